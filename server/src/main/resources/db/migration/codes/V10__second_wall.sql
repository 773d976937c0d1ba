-- PostgreSQL enforces the scope a second time (design §6).
SELECT shared.second_wall('codes.batch', region => 'region_path', operator => 'operator_id');
SELECT shared.second_wall('codes.signal', region => 'region_path', operator => 'operator_id');

-- PostgreSQL enforces the scope a second time (design §6). Everybody adds to the trail and sees what concerns himself.
SELECT shared.second_wall('audit.entry', region => 'region_path', operator => 'operator_id');
SELECT shared.second_wall_seen('audit.entry', seer, 'person = current_setting(''suyuan.actor'')::uuid')
FROM unnest(ARRAY ['suyuan_region', 'suyuan_operator', 'suyuan_organisation', 'suyuan_nobody']) AS seer;

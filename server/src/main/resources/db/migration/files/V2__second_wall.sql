-- PostgreSQL enforces the scope a second time (design §6): where the file belongs, or who uploaded it. Content by its hash
-- says nothing about anybody.
SELECT shared.second_wall(
    'files.file', region => 'region_path', operator => 'operator_id', organisation => 'organisation_id');
SELECT shared.second_wall_seen('files.file', seer, 'uploaded_by = current_setting(''suyuan.actor'')::uuid')
FROM unnest(ARRAY ['suyuan_region', 'suyuan_operator', 'suyuan_organisation', 'suyuan_nobody']) AS seer;

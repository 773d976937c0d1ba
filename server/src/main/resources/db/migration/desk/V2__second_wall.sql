-- PostgreSQL enforces the scope a second time (design §6).

-- A task: by where its subject lies, or whose it is.
SELECT shared.second_wall('desk.task', region => 'region_path', organisation => 'office');
SELECT shared.second_wall_seen('desk.task', seer, 'owner_person = current_setting(''suyuan.actor'')::uuid')
FROM unnest(ARRAY ['suyuan_region', 'suyuan_operator', 'suyuan_organisation', 'suyuan_nobody']) AS seer;

-- What belongs to one person, whatever his scope. A view shared with an organisation is no secret.
SELECT shared.second_wall_seen(walled::regclass, seer, 'person = current_setting(''suyuan.actor'')::uuid')
FROM unnest(ARRAY ['desk.notice', 'desk.mail', 'desk.settings', 'desk.draft']) AS walled,
     unnest(ARRAY ['suyuan_region', 'suyuan_operator', 'suyuan_organisation', 'suyuan_nobody']) AS seer;
SELECT shared.second_wall_seen('desk.saved_view', seer,
    'person = current_setting(''suyuan.actor'')::uuid OR organisation IS NOT NULL')
FROM unnest(ARRAY ['suyuan_region', 'suyuan_operator', 'suyuan_organisation', 'suyuan_nobody']) AS seer;

-- PostgreSQL enforces the scope a second time (design §6): an officer sees the events of his jurisdiction, an operator
-- those it took part in. Capture and graph ask beyond it, by name.
SELECT shared.second_wall('events.event', region => 'region_path');
SELECT shared.second_wall_seen('events.event', 'suyuan_operator',
    'parties @> ARRAY[current_setting(''suyuan.operator'')::uuid]');

-- Which events were declared to be errors, whoever said so: a voided event is void for everybody.
CREATE VIEW events.declared AS
SELECT event_id
FROM events.event
WHERE declaration;

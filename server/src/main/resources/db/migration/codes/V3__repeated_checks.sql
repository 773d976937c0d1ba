-- Who looks again has not checked again: a reload or a change of language must not read as somebody else's check (R1.4).

ALTER TABLE codes.verification_rule
    DROP CONSTRAINT rule_is_known,
    ADD CONSTRAINT rule_is_known CHECK (name IN (
        'suspicious_sources', 'suspicious_window_hours', 'travel_speed_max_kmh', 'travel_distance_min_km',
        'sold_grace_hours', 'failed_checks_burst', 'failed_checks_per_hour', 'repeat_window_minutes'));

INSERT INTO codes.verification_rule (name, value, valid_from, basis, explanation) VALUES
('repeat_window_minutes', 10, '2000-01-01', 'R1.4; platform practice',
 'The same source that looks at the same item again this soon has reloaded the page or changed its language: it is kept, but is no further check and hears the answer of its first look.');

COMMENT ON COLUMN codes.unit_checks.checks IS 'Repetitions by the same source within repeat_window_minutes are not counted.';

-- How soon a signal of counterfeiting is judged: no act says it, the platform does, as it says how soon enforcement hears
-- of one (R1.5, R1.7).
INSERT INTO deadlines.rule
    (id, code, name, name_en, begins, begins_en, unit, amount, shift, rungs, valid_from, citation, evidence, note, state,
     drafted_by_name, drafted_at, decided_by_name, decided_at)
VALUES (uuidv7(), 'signal-assessment', '可疑信号研判', 'Assessment of a signal of counterfeiting',
    '平台发现之日', 'the day the platform saw it', 'WORKING_DAYS', 3, 'NON_WORKING_DAY', ARRAY['-1wd', 'due', '+1wd'],
    '2020-01-01', '平台规则（platform rule）', 'HIGH', NULL, 'APPROVED',
    'Suyuan', '2026-11-22T00:00:00+08', 'Suyuan', '2026-11-22T00:00:00+08');

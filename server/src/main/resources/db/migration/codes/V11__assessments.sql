-- Signals are judged (R1.5, R1.7): confirmed or harmless, by whom, in which capacity, why.

ALTER TABLE codes.signal DROP CONSTRAINT status_is_known;
ALTER TABLE codes.signal ADD CONSTRAINT status_is_known CHECK (status IN ('OPEN', 'CONFIRMED', 'HARMLESS'));

-- A code known to be copied stays on record: further checks of it count up and are no news. Of a source or a product,
-- what is seen after a decision is new.
DROP INDEX codes.signal_open;
-- Counting up the signal of a subject.
CREATE UNIQUE INDEX signal_counted ON codes.signal (kind, subject)
    WHERE status = 'OPEN' OR (kind = 'COPIED_CODE' AND status = 'CONFIRMED');
-- Search by the code, or by how it begins; earlier signals of one subject.
CREATE INDEX signal_of_subject ON codes.signal (subject text_pattern_ops, id);

-- Append-only, one a signal.
CREATE TABLE codes.signal_assessment (
    signal      uuid        PRIMARY KEY REFERENCES codes.signal,
    conclusion  text        NOT NULL,
    reason      text        NOT NULL,
    legal_basis text,
    at          timestamptz NOT NULL,
    actor       uuid        NOT NULL,
    -- Names as they were on the day; a delegate's capacity says on whose behalf.
    actor_name  text        NOT NULL,
    capacity    text,
    CONSTRAINT conclusion_is_known CHECK (conclusion IN ('CONFIRMED', 'HARMLESS')),
    CONSTRAINT reason_is_given CHECK (length(reason) BETWEEN 1 AND 2000)
);

-- Checks until then were found harmless: they are counted, and suspect nothing.
ALTER TABLE codes.unit_checks ADD COLUMN harmless_until timestamptz;

-- Search for batches by the lot they were issued for.
CREATE INDEX batch_of_lot ON codes.batch (lot, id DESC) WHERE lot IS NOT NULL;

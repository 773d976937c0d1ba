-- What people check, what they were told, and what looks counterfeit (R1.4–R1.8).

-- Numbers of the rules by which a verification judges. Rows, because experience changes them and an answer given last
-- year must stay explainable: a new value is a new row, the old one gets its end.
CREATE TABLE codes.verification_rule (
    name        text    NOT NULL,
    value       numeric NOT NULL,
    valid_from  date    NOT NULL,
    valid_to    date    NOT NULL DEFAULT 'infinity',
    basis       text    NOT NULL,
    explanation text    NOT NULL,
    PRIMARY KEY (name, valid_from),
    CONSTRAINT rule_is_known CHECK (name IN (
        'suspicious_sources', 'suspicious_window_hours', 'travel_speed_max_kmh', 'travel_distance_min_km',
        'sold_grace_hours', 'failed_checks_burst', 'failed_checks_per_hour')),
    CONSTRAINT value_is_positive CHECK (value > 0),
    -- No more than the last 64 checks of a unit are looked at.
    CONSTRAINT sources_fit_memory CHECK (name <> 'suspicious_sources' OR value <= 64),
    CONSTRAINT rule_ends_after_it_begins CHECK (valid_from < valid_to)
);

INSERT INTO codes.verification_rule (name, value, valid_from, basis, explanation) VALUES
('suspicious_sources', 12, '2000-01-01', 'R1.5; platform practice',
 'One item is looked at by its buyer, his household and perhaps a shop: a dozen different devices within the window mean that the code is on more than one item.'),
('suspicious_window_hours', 72, '2000-01-01', 'R1.5; platform practice',
 'The window in which different devices are counted.'),
('travel_speed_max_kmh', 900, '2000-01-01', 'R1.5; cruising speed of an airliner',
 'Two checks of one item may not lie so far apart that it would have had to travel faster.'),
('travel_distance_min_km', 100, '2000-01-01', 'R1.5; platform practice',
 'Nearer places do not count: the place of a check is often only the centre of a region.'),
('sold_grace_hours', 24, '2000-01-01', 'R1.12, R0.69; platform practice',
 'Who buys an item checks it at the counter or at home: a check this soon after the sale is the buyer''s.'),
('failed_checks_burst', 20, '2000-01-01', 'standards a8; platform practice',
 'Codes that one source may get wrong in a row before it has to wait.'),
('failed_checks_per_hour', 60, '2000-01-01', 'standards a8; platform practice',
 'At this pace a source wins back its right to be wrong; with 4 secret check digits a guesser needs a week for one hit.');

-- Every verification, as it was answered. Append-only. No address is stored: the source is a pseudonym whose key is
-- thrown away every day.
CREATE TABLE codes.verification (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    checked_at timestamptz NOT NULL,
    -- Canonical URI; null when the text names no unit.
    unit       text,
    text       text        NOT NULL,
    -- What was answered; null when another channel answered and told us later.
    verdict    text,
    reason     text,
    channel    text        NOT NULL,
    origin     text,
    region     text,
    latitude   double precision,
    longitude  double precision,
    agent      text        NOT NULL,
    CONSTRAINT text_is_short CHECK (length(text) <= 512),
    CONSTRAINT channel_is_known CHECK (channel IN ('WEB', 'APP', 'SMS', 'PHONE', 'TERMINAL')),
    CONSTRAINT point_is_whole CHECK ((latitude IS NULL) = (longitude IS NULL))
);

-- History of one unit for officers, newest first.
CREATE INDEX verification_of_unit ON codes.verification (unit, checked_at DESC, id DESC) WHERE unit IS NOT NULL;

-- What a verification must know of the ones before it, in one row: derived from codes.verification by its only writer.
CREATE TABLE codes.unit_checks (
    unit      text        PRIMARY KEY,
    checks    bigint      NOT NULL,
    first_at  timestamptz NOT NULL,
    last_at   timestamptz NOT NULL,
    -- The last 64 checks in time order: when, where, from whom.
    recent    jsonb       NOT NULL,
    -- The first thing that did not fit, and since when; stays.
    suspicion jsonb,
    CONSTRAINT checked_at_least_once CHECK (checks > 0),
    CONSTRAINT first_before_last CHECK (first_at <= last_at)
) WITH (fillfactor = 70);

-- What enforcement should look at (R1.5, R1.7). One open row a kind and subject; repetitions count up.
CREATE TABLE codes.signal (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    subject     text        NOT NULL,
    status      text        NOT NULL DEFAULT 'OPEN',
    count       bigint      NOT NULL,
    first_seen  timestamptz NOT NULL,
    last_seen   timestamptz NOT NULL,
    evidence    jsonb       NOT NULL,
    product_id  uuid        REFERENCES registry.product,
    operator_id uuid        REFERENCES registry.operator,
    -- Where it was seen, else where the product's operator sits; the nation when neither is known.
    region_path text        NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('GUESSING', 'COPIED_CODE', 'UNISSUED_CODE')),
    CONSTRAINT status_is_known CHECK (status IN ('OPEN', 'CLOSED')),
    CONSTRAINT seen_at_least_once CHECK (count > 0)
);

-- Counting up the open signal of a subject.
CREATE UNIQUE INDEX signal_open ON codes.signal (kind, subject) WHERE status = 'OPEN';

-- List of signals of a jurisdiction, and of an operator.
CREATE INDEX signal_of_region ON codes.signal (region_path text_pattern_ops, id);
CREATE INDEX signal_of_operator ON codes.signal (operator_id, id);

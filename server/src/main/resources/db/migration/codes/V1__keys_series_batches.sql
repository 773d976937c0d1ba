-- Code keys, series and batches (R1.2, design §3). A batch of a thousand million codes is one row: the codes
-- themselves are computed from their positions and never stored.

-- The versions of the code keys. The keys are files outside the database (SUYUAN_HOME/keys), so that a copy of the
-- database prints no codes.
CREATE TABLE codes.key_version (
    version     smallint    PRIMARY KEY,
    created_at  timestamptz NOT NULL,
    retired_at  timestamptz,
    check_value text        NOT NULL,
    -- The version is the first two digits of a serial.
    CONSTRAINT version_has_two_digits CHECK (version BETWEEN 10 AND 99),
    CONSTRAINT retired_after_created CHECK (retired_at >= created_at)
);

-- New batches take exactly one key.
CREATE UNIQUE INDEX key_version_one_current ON codes.key_version ((true)) WHERE retired_at IS NULL;

-- Product resource numbers of supervision codes (7 digits). Those that begin with 8 are left to the national drug
-- codes, which circulate on the same market.
CREATE SEQUENCE codes.resource_number MINVALUE 1000000 MAXVALUE 7999999;

-- A class of codes whose members are numbers: one GTIN, or one resource number, under one key version. Positions below
-- `issued` exist, all others do not.
CREATE TABLE codes.series (
    class       text     NOT NULL,
    key_version smallint NOT NULL REFERENCES codes.key_version,
    kind        text     NOT NULL,
    product_id  uuid     NOT NULL,
    issued      bigint   NOT NULL DEFAULT 0,
    PRIMARY KEY (class, key_version),
    CONSTRAINT kind_is_known CHECK (kind IN ('GS1_SERIAL', 'SUPERVISION')),
    CONSTRAINT class_fits_kind CHECK (
        class ~ CASE kind WHEN 'GS1_SERIAL' THEN '^[0-9]{14}$' ELSE '^[0-9]{7}$' END),
    CONSTRAINT issued_fits_capacity CHECK (
        issued BETWEEN 0 AND CASE kind WHEN 'GS1_SERIAL' THEN 100000000000 ELSE 1000000000 END)
);

-- A supervision code does not tell its key version, so each version gets a resource number of its own: the number then
-- names the version, and no two versions can make the same code. Serves: which number does this product use now?
CREATE UNIQUE INDEX series_of_product ON codes.series (product_id, key_version) WHERE kind = 'SUPERVISION';

CREATE TABLE codes.batch (
    id              uuid        PRIMARY KEY,
    class           text        NOT NULL,
    key_version     smallint    NOT NULL,
    from_position   bigint      NOT NULL,
    quantity        bigint      NOT NULL,
    product_id      uuid        NOT NULL REFERENCES registry.product,
    operator_id     uuid        NOT NULL REFERENCES registry.operator,
    -- The operator's when the batch was issued, so that a jurisdiction is one range of this table's own index.
    region_path     text        NOT NULL,
    lot             text,
    note            text,
    created_by      uuid        NOT NULL,
    created_by_name text        NOT NULL,
    created_at      timestamptz NOT NULL,
    FOREIGN KEY (class, key_version) REFERENCES codes.series,
    CONSTRAINT quantity_is_positive CHECK (quantity > 0),
    CONSTRAINT position_is_not_negative CHECK (from_position >= 0)
);

-- Which batch does this position belong to? And: no position is issued twice.
CREATE UNIQUE INDEX batch_by_position ON codes.batch (class, key_version, from_position);

-- List of one operator's batches, newest first (ids are time-ordered); also what an operator's own scope reads.
CREATE INDEX batch_of_operator ON codes.batch (operator_id, id DESC);

-- List of a jurisdiction's batches.
CREATE INDEX batch_of_region ON codes.batch (region_path text_pattern_ops, id);

-- List of one product's batches, newest first.
CREATE INDEX batch_of_product ON codes.batch (product_id, id DESC);

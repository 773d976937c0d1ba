-- Organisations: bodies as data with validity. Decisions are the facts and append-only; periods are derived from them and
-- may be computed again at any time.

CREATE TABLE organisations.type (
    code        text    PRIMARY KEY,
    position    int     NOT NULL,
    name_zh     text    NOT NULL,
    name_en     text    NOT NULL,
    -- Exercises public power in its region.
    authority   boolean NOT NULL,
    -- Its bodies belong to one of the five levels (R0.5).
    levelled    boolean NOT NULL,
    -- '-infinity' where the beginning does not matter, 'infinity' while in force.
    valid_from  date    NOT NULL,
    valid_to    date    NOT NULL,
    legal_basis text,
    CONSTRAINT type_code_shape CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    CONSTRAINT type_period_is_not_empty CHECK (valid_from < valid_to),
    -- Levels are levels of public administration.
    CONSTRAINT type_levelled_is_authority CHECK (authority OR NOT levelled)
);

CREATE TABLE organisations.organisation (
    id           uuid PRIMARY KEY,
    -- Unified social credit code (GB 32100-2015); also Organisations.list by the whole code.
    uscc         text,
    -- Its life, as decided: first day, first day no more ('infinity' while no end is decided).
    founded      date NOT NULL,
    ended        date NOT NULL,
    -- What it is merged into.
    successor    uuid REFERENCES organisations.organisation,
    version      bigint NOT NULL,
    CONSTRAINT organisation_uscc_once UNIQUE (uscc),
    CONSTRAINT organisation_uscc_shape CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
    -- A body lives at least a day.
    CONSTRAINT organisation_life_is_not_empty CHECK (founded < ended),
    -- Only what ends has a successor, and nobody succeeds himself.
    CONSTRAINT organisation_successor_of_the_ended CHECK (successor IS NULL OR (ended < 'infinity' AND successor <> id))
);
-- Whether what a body was merged into still lived that day (rule successor-alive).
CREATE INDEX organisation_successor_idx ON organisations.organisation (successor) WHERE successor IS NOT NULL;

CREATE TABLE organisations.decision (
    number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisations.organisation,
    kind            text        NOT NULL,
    effective_from  date        NOT NULL,
    -- What it says; what it does not speak of is null.
    name            text,
    short_name      text,
    type            text        REFERENCES organisations.type,
    level           text,
    -- A region by its path, the nation being '/'; without a code only for the nation.
    region_code     text,
    region_path     text,
    parent_id       uuid        REFERENCES organisations.organisation,
    into_id         uuid        REFERENCES organisations.organisation,
    decided_at      timestamptz NOT NULL,
    decided_by      uuid        NOT NULL,
    decided_by_name text        NOT NULL,
    capacity        text,
    reason          text        NOT NULL,
    legal_basis     text,
    CONSTRAINT decision_kind_known CHECK (kind IN ('FOUNDED', 'RENAMED', 'MOVED', 'FOLLOWED', 'RECLASSIFIED', 'MERGED', 'CLOSED')),
    CONSTRAINT decision_level_known CHECK (level IN ('STATE', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP')),
    CONSTRAINT decision_region_has_a_path CHECK (region_code IS NULL OR region_path IS NOT NULL),
    -- A founding says everything, a renaming a name, a merger its successor.
    CONSTRAINT decision_says_what_it_must CHECK (
        CASE kind
            WHEN 'FOUNDED' THEN name IS NOT NULL AND type IS NOT NULL AND region_path IS NOT NULL
            WHEN 'RENAMED' THEN name IS NOT NULL
            WHEN 'MOVED' THEN region_path IS NOT NULL OR parent_id IS NOT NULL OR level IS NOT NULL
            WHEN 'FOLLOWED' THEN region_path IS NOT NULL
            WHEN 'RECLASSIFIED' THEN type IS NOT NULL
            WHEN 'MERGED' THEN into_id IS NOT NULL
            ELSE TRUE
        END)
);
-- OrganisationRegister.history, and deriving the periods of one body.
CREATE INDEX decision_organisation_idx ON organisations.decision (organisation_id, effective_from, number);
-- A body is founded once and ends once.
CREATE UNIQUE INDEX decision_founded_once ON organisations.decision (organisation_id) WHERE kind = 'FOUNDED';
CREATE UNIQUE INDEX decision_ended_once ON organisations.decision (organisation_id) WHERE kind IN ('MERGED', 'CLOSED');

-- What was decided stays decided; an error is put right by a further decision.
CREATE FUNCTION organisations.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'decisions are append-only (table %, %)', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisations.decision
    FOR EACH STATEMENT EXECUTE FUNCTION organisations.refuse_change();

CREATE TABLE organisations.period (
    organisation_id uuid    NOT NULL REFERENCES organisations.organisation,
    valid_from      date    NOT NULL,
    valid_to        date    NOT NULL,
    -- The first shows a body that is still planned, the last one that has ended.
    is_first        boolean NOT NULL,
    is_last         boolean NOT NULL,
    name            text    NOT NULL,
    short_name      text,
    type            text    NOT NULL REFERENCES organisations.type,
    level           text,
    region_code     text,
    region_path     text    NOT NULL,
    parent_id       uuid    REFERENCES organisations.organisation,
    path            text    NOT NULL,
    PRIMARY KEY (organisation_id, valid_from),
    CONSTRAINT period_is_not_empty CHECK (valid_from < valid_to),
    CONSTRAINT period_region_path_shape CHECK (region_path LIKE '/%' AND region_path LIKE '%/'),
    -- The path ends in the body itself, so all below a body is one range of paths.
    CONSTRAINT period_path_ends_in_itself CHECK (right(path, 38) = '/' || organisation_id || '/')
);
-- OrganisationRegister.list by region; Organisations.responsible.
CREATE INDEX period_region_idx ON organisations.period (region_path text_pattern_ops, organisation_id);
-- OrganisationRegister.list by name.
CREATE INDEX period_name_idx ON organisations.period (name COLLATE "zh-x-icu", organisation_id);
-- Children of a body; deriving their periods after it changed.
CREATE INDEX period_parent_idx ON organisations.period (parent_id, organisation_id);
-- OrganisationRegister.list within a body; Organisations.withAllBelow.
CREATE INDEX period_path_idx ON organisations.period (path text_pattern_ops);

INSERT INTO organisations.type (code, position, name_zh, name_en, authority, levelled, valid_from, valid_to, legal_basis) VALUES
    ('platform', 10, '平台管理机构', 'platform operator', TRUE, FALSE, '-infinity', 'infinity', NULL),
    ('market-regulation', 20, '市场监督管理', 'market regulation', TRUE, TRUE, '-infinity', 'infinity', '《深化党和国家机构改革方案》（2018年3月）'),
    ('agriculture', 30, '农业农村', 'agriculture and rural affairs', TRUE, TRUE, '-infinity', 'infinity', '《中华人民共和国农产品质量安全法》'),
    ('health', 40, '卫生健康', 'health', TRUE, TRUE, '-infinity', 'infinity', '《中华人民共和国食品安全法》第五条'),
    ('commerce', 50, '商务', 'commerce', TRUE, TRUE, '-infinity', 'infinity', '《国务院办公厅关于加快推进重要产品追溯体系建设的意见》（国办发〔2015〕95号）'),
    ('customs', 60, '海关', 'customs', TRUE, TRUE, '-infinity', 'infinity', '《中华人民共和国海关法》第三条'),
    ('drug', 70, '药品监督管理', 'drug regulation', TRUE, TRUE, '-infinity', 'infinity', '《中华人民共和国药品管理法》第八条'),
    -- The predecessors whose papers are still in the files; their local offices were merged by the end of March 2019.
    ('industry-commerce', 80, '工商行政管理', 'industry and commerce administration', TRUE, TRUE, '-infinity', '2019-04-01', '《深化党和国家机构改革方案》（2018年3月）'),
    ('quality-supervision', 90, '质量技术监督', 'quality and technical supervision', TRUE, TRUE, '-infinity', '2019-04-01', '《深化党和国家机构改革方案》（2018年3月）'),
    ('food-drug', 100, '食品药品监督管理', 'food and drug administration', TRUE, TRUE, '-infinity', '2019-04-01', '《深化党和国家机构改革方案》（2018年3月）'),
    ('laboratory', 110, '检验检测机构', 'laboratory', FALSE, FALSE, '-infinity', 'infinity', '《中华人民共和国食品安全法》第八十四条'),
    ('certification-body', 120, '认证机构', 'certification body', FALSE, FALSE, '-infinity', 'infinity', '《中华人民共和国认证认可条例》第九条'),
    ('consumer-association', 130, '消费者协会', 'consumer association', FALSE, FALSE, '-infinity', 'infinity', '《中华人民共和国消费者权益保护法》第三十六条');

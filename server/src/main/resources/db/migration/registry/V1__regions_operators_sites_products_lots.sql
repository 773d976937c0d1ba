-- Registry: who and what the platform speaks about. Codes of regions are text without a foreign key on purpose: a district
-- that is abolished stays the true address of what was registered in it, and each edition of the table replaces the former.

CREATE TABLE registry.region_edition (
    edition   text        PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);

CREATE TABLE registry.region (
    code       text NOT NULL,
    -- '-infinity' where the beginning is not known, 'infinity' while in force.
    valid_from date NOT NULL,
    valid_to   date NOT NULL,
    parent     text,
    path       text NOT NULL,
    name_zh    text NOT NULL,
    short_name text NOT NULL,
    name_en    text NOT NULL,
    latitude   double precision,
    longitude  double precision,
    PRIMARY KEY (code, valid_from),
    -- Significant digits only: province 2, prefecture 4, county 6, township 9 (GB/T 2260, statistical division code).
    CONSTRAINT region_code_is_significant_digits CHECK (code ~ '^[1-9][0-9]([0-9]{2}([0-9]{2}([0-9]{3})?)?)?$'),
    -- A code means one thing at a time; a period ends after it begins.
    CONSTRAINT region_period_is_not_empty CHECK (valid_from < valid_to),
    -- A province has no parent, everything else has one.
    CONSTRAINT region_parent_unless_province CHECK ((length(code) = 2) = (parent IS NULL)),
    -- The path ends in the region itself, so a jurisdiction is one range of paths.
    CONSTRAINT region_path_ends_in_itself CHECK (path LIKE '/%/' AND right(path, length(code) + 2) = '/' || code || '/'),
    -- A centre has both coordinates or none.
    CONSTRAINT region_centre_is_whole CHECK ((latitude IS NULL) = (longitude IS NULL))
);
-- Regions.children: those directly below one, by code.
CREATE INDEX region_parent_idx ON registry.region (parent, code);

-- Code lists that forms offer; rows may be added without a release. A parent groups the entries of a long list.
CREATE TABLE registry.operator_kind (
    code     text PRIMARY KEY,
    parent   text REFERENCES registry.operator_kind,
    position int  NOT NULL,
    name_zh  text NOT NULL,
    name_en  text NOT NULL
);
CREATE TABLE registry.site_role (LIKE registry.operator_kind INCLUDING ALL);
ALTER TABLE registry.site_role ADD FOREIGN KEY (parent) REFERENCES registry.site_role;
CREATE TABLE registry.product_category (LIKE registry.operator_kind INCLUDING ALL);
ALTER TABLE registry.product_category ADD FOREIGN KEY (parent) REFERENCES registry.product_category;
CREATE TABLE registry.storage_condition (LIKE registry.operator_kind INCLUDING ALL);
ALTER TABLE registry.storage_condition ADD FOREIGN KEY (parent) REFERENCES registry.storage_condition;

CREATE TABLE registry.operator (
    id                 uuid PRIMARY KEY,
    -- Absent for natural persons (a farmer, a stall holder) and makers abroad, who have none.
    uscc               text,
    name_zh            text NOT NULL,
    name_en            text,
    -- Codes of operator_kind, checked when written; an operator may be several things.
    kinds              text[] NOT NULL,
    region_code        text NOT NULL,
    region_path        text NOT NULL,
    address            text,
    contact_name       text,
    contact_phone      text,
    contact_email      text,
    company_prefix     text,
    production_licence text,
    operation_licence  text,
    valid_from         date NOT NULL,
    valid_to           date,
    status             text NOT NULL,
    version            bigint NOT NULL,
    created_at         timestamptz NOT NULL,
    changed_at         timestamptz NOT NULL,
    changed_by         uuid NOT NULL,
    -- One operator is registered once (GB 32100-2015: the code is unique and for life).
    CONSTRAINT operator_uscc_once UNIQUE (uscc),
    -- The shape; the check character is the application's part.
    CONSTRAINT operator_uscc_shape CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
    -- An operator does something.
    CONSTRAINT operator_has_a_kind CHECK (cardinality(kinds) > 0),
    -- GS1 company prefixes have 4 to 12 digits (General Specifications §1.4).
    CONSTRAINT operator_company_prefix_shape CHECK (company_prefix ~ '^[0-9]{4,12}$'),
    -- Two operators cannot hold one company prefix.
    CONSTRAINT operator_company_prefix_once UNIQUE (company_prefix),
    CONSTRAINT operator_region_path_shape CHECK (region_path LIKE '/%/'),
    -- A registration ends after it begins.
    CONSTRAINT operator_period CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT operator_status_known CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED'))
);
-- Operators.list under a jurisdiction: one range of paths.
CREATE INDEX operator_region_idx ON registry.operator (region_path text_pattern_ops, id);
-- Operators.list sorted by name, Chinese by sound.
CREATE INDEX operator_name_idx ON registry.operator (name_zh COLLATE "zh-x-icu", id);

CREATE TABLE registry.site (
    id            uuid PRIMARY KEY,
    operator_id   uuid NOT NULL REFERENCES registry.operator,
    name_zh       text NOT NULL,
    name_en       text,
    role          text NOT NULL REFERENCES registry.site_role,
    gln           text,
    gln_extension text,
    -- How events name the place: the GLN's canonical Digital Link, else urn:suyuan:site:{id}.
    place         text NOT NULL,
    region_code   text NOT NULL,
    region_path   text NOT NULL,
    address       text,
    latitude      double precision,
    longitude     double precision,
    valid_from    date NOT NULL,
    valid_to      date,
    status        text NOT NULL,
    version       bigint NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    changed_by    uuid NOT NULL,
    -- A place an event names is one site; also PublicFacts.sites, by place.
    CONSTRAINT site_place_once UNIQUE (place),
    CONSTRAINT site_gln_shape CHECK (gln ~ '^[0-9]{13}$'),
    -- An extension extends a GLN (AI 254 stands only beside 414).
    CONSTRAINT site_extension_needs_gln CHECK (gln_extension IS NULL OR gln IS NOT NULL),
    CONSTRAINT site_point_is_whole CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CONSTRAINT site_point_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
    CONSTRAINT site_region_path_shape CHECK (region_path LIKE '/%/'),
    CONSTRAINT site_period CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT site_status_known CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED'))
);
-- Sites.list of one operator, newest first.
CREATE INDEX site_operator_idx ON registry.site (operator_id, id);
-- Sites.list under a jurisdiction: one range of paths.
CREATE INDEX site_region_idx ON registry.site (region_path text_pattern_ops, id);
-- Sites.list sorted by name, Chinese by sound.
CREATE INDEX site_name_idx ON registry.site (name_zh COLLATE "zh-x-icu", id);

CREATE TABLE registry.product (
    id              uuid PRIMARY KEY,
    -- Who answers for it: producer, brand owner or importer.
    operator_id     uuid NOT NULL REFERENCES registry.operator,
    -- The operator's; kept here so that a jurisdiction is one range of this table's own index.
    region_path     text NOT NULL,
    own_code        text,
    name_zh         text NOT NULL,
    name_en         text,
    category        text NOT NULL REFERENCES registry.product_category,
    specification   text,
    net_value       numeric,
    net_unit        text,
    shelf_life      int,
    shelf_life_unit text,
    storage         text REFERENCES registry.storage_condition,
    brand           text,
    origin          text,
    status          text NOT NULL,
    version         bigint NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid NOT NULL,
    -- An operator's own code means one product of his.
    CONSTRAINT product_own_code_once UNIQUE (operator_id, own_code),
    CONSTRAINT product_net_content_not_negative CHECK (net_value >= 0),
    CONSTRAINT product_net_unit_needs_value CHECK (net_unit IS NULL OR net_value IS NOT NULL),
    -- A shelf life is a positive number of days or months.
    CONSTRAINT product_shelf_life_is_whole CHECK ((shelf_life IS NULL) = (shelf_life_unit IS NULL)),
    CONSTRAINT product_shelf_life_positive CHECK (shelf_life > 0),
    CONSTRAINT product_shelf_life_unit_known CHECK (shelf_life_unit IN ('DAY', 'MONTH')),
    CONSTRAINT product_status_known CHECK (status IN ('ACTIVE', 'DISCONTINUED'))
);
-- Products.list of one operator, newest first.
CREATE INDEX product_operator_idx ON registry.product (operator_id, id);
-- Products.list under a jurisdiction: one range of paths.
CREATE INDEX product_region_idx ON registry.product (region_path text_pattern_ops, id);
-- Products.list sorted by name, Chinese by sound.
CREATE INDEX product_name_idx ON registry.product (name_zh COLLATE "zh-x-icu", id);

-- Every GTIN of a product: its own at level 0, those of its packages above. One table, since a GTIN means one thing only.
CREATE TABLE registry.product_gtin (
    gtin       text     PRIMARY KEY,
    product_id uuid     NOT NULL REFERENCES registry.product,
    level      smallint NOT NULL,
    -- Items in one package of this level; 1 for the item itself.
    pieces     bigint   NOT NULL,
    -- Products.find: the GTINs of one product, item first.
    CONSTRAINT product_gtin_level_once UNIQUE (product_id, level),
    -- Always the 14 digits (General Specifications §3.3).
    CONSTRAINT product_gtin_shape CHECK (gtin ~ '^[0-9]{14}$'),
    CONSTRAINT product_gtin_level_range CHECK (level BETWEEN 0 AND 9),
    CONSTRAINT product_gtin_item_is_one_piece CHECK (pieces >= 1 AND (level > 0 OR pieces = 1))
);

CREATE TABLE registry.lot (
    id              uuid PRIMARY KEY,
    product_id      uuid NOT NULL REFERENCES registry.product,
    lot_number      text NOT NULL,
    production_date date,
    best_before     date,
    quantity        numeric,
    quantity_unit   text,
    site_id         uuid REFERENCES registry.site,
    -- The product's operator and the site's (else the operator's) region: a scope is one range of this table's own indexes.
    operator_id     uuid NOT NULL REFERENCES registry.operator,
    region_path     text NOT NULL,
    version         bigint NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid NOT NULL,
    -- A lot number means one lot of its product (R0.50); also PublicFacts.lot and Lots.list of one product by number.
    CONSTRAINT lot_number_once UNIQUE (product_id, lot_number),
    CONSTRAINT lot_number_length CHECK (length(lot_number) BETWEEN 1 AND 64),
    -- Nothing is best before it was made.
    CONSTRAINT lot_dates_in_order CHECK (best_before >= production_date),
    CONSTRAINT lot_quantity_not_negative CHECK (quantity >= 0),
    CONSTRAINT lot_quantity_unit_needs_value CHECK (quantity_unit IS NULL OR quantity IS NOT NULL)
);
-- Lots.list of one product, newest first.
CREATE INDEX lot_product_idx ON registry.lot (product_id, id);
-- Lots.list of one operator, newest first.
CREATE INDEX lot_operator_idx ON registry.lot (operator_id, id);
-- Lots.list under a jurisdiction: one range of paths.
CREATE INDEX lot_region_idx ON registry.lot (region_path text_pattern_ops, id);
-- Lots.list between two production dates.
CREATE INDEX lot_production_date_idx ON registry.lot (production_date, id);

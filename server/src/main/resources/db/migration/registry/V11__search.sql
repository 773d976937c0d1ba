-- The search over everything (faces.md "Console"): by identifier, by how a name begins, by a part of it.

-- Every two characters that follow each other, in lower case. Pairs and not the trigrams of pg_trgm, because Chinese
-- words have two characters, of which no trigram can be made.
CREATE FUNCTION registry.bigrams(name text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT COALESCE(array_agg(DISTINCT substr(lower(name), i, 2)), '{}')
            FROM generate_series(1, length(name) - 1) AS i);

-- Names that begin with what was typed.
CREATE INDEX operator_name_prefix ON registry.operator (name_zh text_pattern_ops);
CREATE INDEX operator_name_en_prefix ON registry.operator (lower(name_en) text_pattern_ops);
CREATE INDEX site_name_prefix ON registry.site (name_zh text_pattern_ops);
CREATE INDEX site_name_en_prefix ON registry.site (lower(name_en) text_pattern_ops);
CREATE INDEX product_name_prefix ON registry.product (name_zh text_pattern_ops);
CREATE INDEX product_name_en_prefix ON registry.product (lower(name_en) text_pattern_ops);
CREATE INDEX lot_number_prefix ON registry.lot (lot_number text_pattern_ops);

-- Names that contain it, for those who see the whole country; a jurisdiction's rows are found by their region.
CREATE INDEX operator_name_pairs ON registry.operator
    USING gin (registry.bigrams(name_zh || ' ' || COALESCE(name_en, '')));
CREATE INDEX site_name_pairs ON registry.site
    USING gin (registry.bigrams(name_zh || ' ' || COALESCE(name_en, '')));
CREATE INDEX product_name_pairs ON registry.product
    USING gin (registry.bigrams(name_zh || ' ' || COALESCE(name_en, '')));

-- Identifiers that the lists do not look up.
CREATE INDEX site_gln ON registry.site (gln) WHERE gln IS NOT NULL;
CREATE INDEX product_own_code ON registry.product (own_code) WHERE own_code IS NOT NULL;

-- Renamings and re-codings of regions made here. They are kept so that the next edition of the table, which may not know them
-- yet, can be brought up to them.
CREATE TABLE registry.region_move (
    number         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code           text        NOT NULL,
    new_code       text        NOT NULL,
    new_parent     text,
    name_zh        text        NOT NULL,
    short_name     text        NOT NULL,
    name_en        text        NOT NULL,
    effective_from date        NOT NULL,
    reason         text        NOT NULL,
    legal_basis    text,
    moved_at       timestamptz NOT NULL,
    moved_by       uuid        NOT NULL,
    moved_by_name  text        NOT NULL,
    -- A region keeps its level: a county becomes a district, not a prefecture.
    CONSTRAINT region_move_keeps_level CHECK (length(code) = length(new_code)),
    -- The code says where the region lies (GB/T 2260), so another parent is another code.
    CONSTRAINT region_move_code_lies_in_parent CHECK (new_parent IS NULL OR left(new_code, length(new_parent)) = new_parent)
);

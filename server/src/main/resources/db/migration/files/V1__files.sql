-- Stored files. The bytes lie under SUYUAN_HOME/files by their SHA-256, once however often they are uploaded; who may see
-- them is decided by the rows of files.file, one an upload.

CREATE TABLE files.content (
    sha256     bytea       PRIMARY KEY CHECK (octet_length(sha256) = 32),
    size       bigint      NOT NULL CHECK (size > 0),
    type       text        NOT NULL,
    scan       text        NOT NULL CHECK (scan IN ('CLEAN', 'INFECTED', 'NOT_SCANNED', 'ERROR')),
    -- What the scanner said: the name of the signature, or of its error.
    scan_said  text,
    scanned_at timestamptz NOT NULL,
    preview    text        NOT NULL DEFAULT 'UNMADE' CHECK (preview IN ('UNMADE', 'MADE', 'IMPOSSIBLE'))
);

CREATE TABLE files.file (
    id               uuid        PRIMARY KEY,
    sha256           bytea       NOT NULL REFERENCES files.content,
    name             text        NOT NULL,
    type             text        NOT NULL,
    uploaded_by      uuid        NOT NULL,
    uploaded_by_name text        NOT NULL,
    uploaded_at      timestamptz NOT NULL,
    region_path      text        CHECK (region_path LIKE '/%' AND region_path LIKE '%/'),
    organisation_id  uuid,
    operator_id      uuid
);

-- Which uploads have these bytes: a scan that finds something concerns all of them.
CREATE INDEX file_by_content ON files.file (sha256);

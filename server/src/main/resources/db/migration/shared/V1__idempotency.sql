-- Answers remembered for the header Idempotency-Key: the same key and body get the same answer (api.md).
CREATE TABLE shared.idempotency (
    actor        uuid        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    expires_at   timestamptz NOT NULL,
    -- The answer; null only inside the transaction that is still working it out, so nobody else ever sees null.
    status       integer,
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    PRIMARY KEY (actor, key),
    CONSTRAINT request_hash_is_sha256 CHECK (length(request_hash) = 32),
    CONSTRAINT only_successes_are_remembered CHECK (status IS NULL OR status BETWEEN 200 AND 299)
);

-- Sweep of expired keys, a few with every new one.
CREATE INDEX idempotency_by_expiry ON shared.idempotency (expires_at);

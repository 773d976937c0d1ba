-- An account that somebody is asked to take over. Only a hash of the token is kept: whoever reads this table can accept
-- nothing.
CREATE TABLE identity.invitation (
    id          uuid        PRIMARY KEY,
    account     uuid        NOT NULL REFERENCES identity.account,
    token_hash  bytea       NOT NULL,
    issued_at   timestamptz NOT NULL,
    issued_by   uuid        NOT NULL,
    expires_at  timestamptz NOT NULL,
    accepted_at timestamptz,
    revoked_at  timestamptz,
    -- Whoever took it back, or issued the next one.
    revoked_by  uuid,
    CONSTRAINT invitation_ends_once CHECK (accepted_at IS NULL OR revoked_at IS NULL),
    CONSTRAINT revocation_says_who CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);

-- Whoever follows the link.
CREATE UNIQUE INDEX invitation_by_token ON identity.invitation (token_hash);
-- One link at a time: a new one takes the place of the old.
CREATE UNIQUE INDEX invitation_open ON identity.invitation (account) WHERE accepted_at IS NULL AND revoked_at IS NULL;
-- The list on a person's page.
CREATE INDEX invitation_by_account ON identity.invitation (account, issued_at DESC);

-- One-time codes of an authenticator app (RFC 6238). The secret is sealed with a key that is not in the database.
CREATE TABLE identity.totp (
    account       uuid        PRIMARY KEY REFERENCES identity.account,
    sealed_secret bytea       NOT NULL,
    started_at    timestamptz NOT NULL,
    -- Null until the app has shown that it counts as we do; asks nobody for codes before.
    confirmed_at  timestamptz,
    -- Number of the 30 seconds whose code was last taken: no code is good twice (RFC 6238 §5.2).
    last_step     bigint      NOT NULL DEFAULT 0
);

-- For the day the phone is lost. Each is good once.
CREATE TABLE identity.recovery_code (
    account   uuid        NOT NULL REFERENCES identity.account,
    code_hash bytea       NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (account, code_hash)
);

-- Public keys of passkeys (W3C Web Authentication Level 3 §4, credential record).
CREATE TABLE identity.passkey (
    id              uuid        PRIMARY KEY,
    account         uuid        NOT NULL REFERENCES identity.account,
    credential_id   bytea       NOT NULL,
    -- The attested credential data: authenticator model, credential id and COSE key.
    credential      bytea       NOT NULL,
    signature_count bigint      NOT NULL,
    backup_eligible boolean     NOT NULL,
    backed_up       boolean     NOT NULL,
    transports      text[]      NOT NULL,
    label           text        NOT NULL,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz,
    CONSTRAINT label_is_short CHECK (length(label) BETWEEN 1 AND 60)
);

-- Log in by passkey.
CREATE UNIQUE INDEX passkey_by_credential ON identity.passkey (credential_id);
-- The list on the own page.
CREATE INDEX passkey_by_account ON identity.passkey (account, created_at);

-- Who one is at another provider (OpenID Connect Core §5.7: issuer and subject, never the e-mail address, are the key).
CREATE TABLE identity.external_login (
    id        uuid        PRIMARY KEY,
    account   uuid        NOT NULL REFERENCES identity.account,
    provider  text        NOT NULL,
    subject   text        NOT NULL,
    linked_at timestamptz NOT NULL,
    -- Null where the provider's verified e-mail address linked it at the first login.
    linked_by uuid,
    CONSTRAINT subject_is_bounded CHECK (length(subject) BETWEEN 1 AND 255)
);

-- Log in through a provider.
CREATE UNIQUE INDEX external_login_by_subject ON identity.external_login (provider, subject);
-- One identity per provider and person; the list on a person's page.
CREATE UNIQUE INDEX external_login_by_account ON identity.external_login (account, provider);

-- What lies between two steps of proving who one is, for minutes. Only a hash of the token that the browser holds.
CREATE TABLE identity.login_step (
    token_hash bytea       PRIMARY KEY,
    kind       text        NOT NULL,
    account    uuid        REFERENCES identity.account,
    -- What the step must find again: a challenge, a provider's request.
    state      text        NOT NULL,
    source     text        NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('SECOND_FACTOR', 'PASSKEY_LOGIN', 'PASSKEY_REGISTRATION', 'PROVIDER'))
);

-- Sweep of what was never finished, and how many one source may leave behind.
CREATE INDEX login_step_by_expiry ON identity.login_step (expires_at);
CREATE INDEX login_step_by_source ON identity.login_step (source);

-- Sessions as people see them. The servlet container's session (identity.session) holds nothing but this id.
CREATE TABLE identity.login_session (
    id                uuid        PRIMARY KEY,
    account           uuid        NOT NULL REFERENCES identity.account,
    password_revision integer     NOT NULL,
    method            text        NOT NULL,
    -- Two factors were shown, by code, by passkey or by a provider that vouches for them.
    second_factor     boolean     NOT NULL,
    -- The post chosen; null for the first of the person's.
    post              uuid,
    started_at        timestamptz NOT NULL,
    -- When the person last proved who he is; changes to what proves it ask for a recent one.
    proved_at         timestamptz NOT NULL,
    last_used_at      timestamptz NOT NULL,
    address           text        NOT NULL,
    browser           text        NOT NULL,
    ended_at          timestamptz,
    ended_by          uuid,
    CONSTRAINT method_is_known CHECK (method IN ('PASSWORD', 'INVITATION', 'PASSKEY', 'PROVIDER')),
    CONSTRAINT end_says_who CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

-- Own sessions, and those of a person.
CREATE INDEX login_session_by_account ON identity.login_session (account, started_at DESC) WHERE ended_at IS NULL;
-- Sweep of those long over.
CREATE INDEX login_session_by_start ON identity.login_session (started_at);

-- Whose holders must log in with two factors (R3.86).
ALTER TABLE identity.role
    ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;

UPDATE identity.role
   SET second_factor_required = true
 WHERE code IN ('access-administrator', 'approver', 'auditor');

-- With what somebody tried to prove who he is.
ALTER TABLE identity.login_attempt
    ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD',
    ADD CONSTRAINT method_is_known
        CHECK (method IN ('PASSWORD', 'CODE', 'RECOVERY_CODE', 'PASSKEY', 'PROVIDER', 'SECRET'));

UPDATE identity.login_attempt
   SET method = 'SECRET'
 WHERE kind = 'client';

-- The own attempts, newest first.
CREATE INDEX login_attempt_of_actor ON identity.login_attempt (actor, id DESC);

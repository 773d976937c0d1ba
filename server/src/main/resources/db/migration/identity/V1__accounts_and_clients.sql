-- Roles are data over the fixed list of permissions (shared.access.Permission), R3.86.
CREATE TABLE identity.role (
    code    text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE identity.role_permission (
    role       text NOT NULL REFERENCES identity.role,
    permission text NOT NULL,
    PRIMARY KEY (role, permission)
);

INSERT INTO identity.role (code, name_zh, name_en)
VALUES ('administrator', '平台管理员', 'Platform administrator'),
       ('access-administrator', '权限管理员', 'Access administrator'),
       ('officer', '监管人员', 'Officer'),
       ('operator-staff', '经营主体人员', 'Operator''s staff');

-- The platform administrator holds everything: someone has to be able to start. Where duties are to be kept apart
-- (R3.87, R3.88), an access administrator is created, who sees no product data, and the first account is deactivated.
INSERT INTO identity.role_permission (role, permission)
VALUES ('administrator', 'REGISTRY_READ'),
       ('administrator', 'REGISTRY_WRITE'),
       ('administrator', 'CODES_READ'),
       ('administrator', 'CODES_ISSUE'),
       ('administrator', 'KEYS_ROTATE'),
       ('administrator', 'VERIFICATIONS_IMPORT'),
       ('administrator', 'SIGNALS_READ'),
       ('administrator', 'EVENTS_READ'),
       ('administrator', 'EVENTS_CAPTURE'),
       ('administrator', 'TRACE_READ'),
       ('administrator', 'ACCESS_ADMINISTER'),
       ('access-administrator', 'ACCESS_ADMINISTER'),
       ('officer', 'REGISTRY_READ'),
       ('officer', 'CODES_READ'),
       ('officer', 'SIGNALS_READ'),
       ('officer', 'EVENTS_READ'),
       ('officer', 'TRACE_READ'),
       ('operator-staff', 'REGISTRY_READ'),
       ('operator-staff', 'REGISTRY_WRITE'),
       ('operator-staff', 'CODES_READ'),
       ('operator-staff', 'CODES_ISSUE'),
       ('operator-staff', 'EVENTS_READ'),
       ('operator-staff', 'EVENTS_CAPTURE'),
       ('operator-staff', 'TRACE_READ');

-- How far an actor sees, written as one text: everything, nothing, region:/35/3502/, operator:<uuid>.
CREATE DOMAIN identity.scope AS text
    CONSTRAINT scope_is_known CHECK (
        VALUE IN ('everything', 'nothing')
        OR VALUE ~ '^region:/([0-9A-Za-z]+/)*$'
        OR VALUE ~ '^operator:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');

CREATE TABLE identity.account (
    id                uuid           PRIMARY KEY,
    username          text           NOT NULL,
    display_name      text           NOT NULL,
    role              text           NOT NULL REFERENCES identity.role,
    scope             identity.scope NOT NULL,
    password_hash     text           NOT NULL,
    -- Set by somebody else: good for one thing, to choose an own one.
    password_one_time boolean        NOT NULL,
    -- Grows with every change; sessions of an earlier password end.
    password_revision integer        NOT NULL DEFAULT 1,
    created_at        timestamptz    NOT NULL,
    -- Null for the first administrator, whom nobody created.
    created_by        uuid,
    deactivated_at    timestamptz,
    deactivated_by    uuid,
    CONSTRAINT username_is_lower_case CHECK (username = lower(username) AND length(username) BETWEEN 2 AND 64),
    CONSTRAINT deactivation_says_who CHECK ((deactivated_at IS NULL) = (deactivated_by IS NULL))
);

-- Login, and the keyset page of the list of users.
CREATE UNIQUE INDEX account_by_username ON identity.account (username);

-- Systems (OAuth 2.0 client credentials, RFC 6749 §4.4).
CREATE TABLE identity.client (
    id             uuid           PRIMARY KEY,
    client_id      text           NOT NULL,
    name           text           NOT NULL,
    secret_hash    text           NOT NULL,
    api_scopes     text[]         NOT NULL,
    scope          identity.scope NOT NULL,
    created_at     timestamptz    NOT NULL,
    created_by     uuid,
    deactivated_at timestamptz,
    deactivated_by uuid,
    CONSTRAINT client_id_is_plain CHECK (client_id ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    CONSTRAINT deactivation_says_who CHECK ((deactivated_at IS NULL) = (deactivated_by IS NULL))
);

-- Token requests, and the keyset page of the list of clients.
CREATE UNIQUE INDEX client_by_client_id ON identity.client (client_id);

-- Failures counted a name and a source address; a row is charged before the password is looked at, so that a hundred
-- attempts at the same moment count a hundred times.
CREATE TABLE identity.lockout (
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    failures     integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    locked_until timestamptz,
    PRIMARY KEY (kind, subject),
    CONSTRAINT kind_is_known CHECK (kind IN ('person', 'client', 'source'))
);

-- Sweep of what is forgotten, a few rows with every attempt.
CREATE INDEX lockout_by_time ON identity.lockout (last_at);

-- Who tried to log in, when, from where, with what result. Append-only (R3.86). Attempts during a lockout are answered
-- without looking and leave no row, so an attacker cannot fill the table.
CREATE TABLE identity.login_attempt (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    kind     text        NOT NULL,
    -- As given, cut at 100 characters; it may name nobody.
    name     text        NOT NULL,
    actor    uuid,
    source   text        NOT NULL,
    result   text        NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('person', 'client')),
    CONSTRAINT result_is_known CHECK (result IN ('SUCCESS', 'REFUSED'))
);

-- The last login shown in the list of users.
CREATE INDEX login_attempt_by_actor ON identity.login_attempt (actor, at DESC) WHERE result = 'SUCCESS';

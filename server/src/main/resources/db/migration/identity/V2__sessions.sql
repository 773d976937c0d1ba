-- Login sessions, in the shape that Spring Session JDBC expects. Holds an account's id and nothing about the person.
CREATE TABLE identity.session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval integer  NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100)
);

-- Every request with a login cookie.
CREATE UNIQUE INDEX session_by_session_id ON identity.session (session_id);
-- Spring Session's sweep of expired ones.
CREATE INDEX session_by_expiry ON identity.session (expiry_time);

CREATE TABLE identity.session_attributes (
    session_primary_id char(36)     NOT NULL REFERENCES identity.session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

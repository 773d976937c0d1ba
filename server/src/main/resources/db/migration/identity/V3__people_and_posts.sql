-- People hold posts (岗位); what a person may do and how far he sees comes from the post he acts in, no longer from the
-- account (R3.63, R3.86–R3.88).

-- A scope may also be an organisation's own, as a client's binding.
ALTER DOMAIN identity.scope DROP CONSTRAINT scope_is_known;
ALTER DOMAIN identity.scope ADD CONSTRAINT scope_is_known CHECK (
    VALUE IN ('everything', 'nothing')
    OR VALUE ~ '^region:/([0-9A-Za-z]+/)*$'
    OR VALUE ~ '^(operator|organisation):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');

-- Roles ------------------------------------------------------------------------------------------------------------

-- How far a post with the role sees: as far as its organisation, everything, or nothing at all.
ALTER TABLE identity.role ADD COLUMN reach text NOT NULL DEFAULT 'ORGANISATION'
    CONSTRAINT reach_is_known CHECK (reach IN ('ORGANISATION', 'NOTHING', 'EVERYTHING'));
-- Types of organisations whose posts may have the role; 'operator' stands for 经营主体.
ALTER TABLE identity.role ADD COLUMN assignable_to text[] NOT NULL DEFAULT '{}';
ALTER TABLE identity.role ADD COLUMN revision integer NOT NULL DEFAULT 1;

INSERT INTO identity.role (code, name_zh, name_en)
VALUES ('county-officer', '县级监管人员', 'County officer'),
       ('prefecture-officer', '市级监管人员', 'Prefecture officer'),
       ('province-officer', '省级监管人员', 'Province officer'),
       ('state-officer', '国家级监管人员', 'State officer'),
       ('information-officer', '信息员', 'Information officer'),
       ('reviewer', '审核人员', 'Reviewer'),
       ('approver', '审批人员', 'Approver'),
       ('dispatcher', '调度人员', 'Dispatcher'),
       ('inspector', '检查人员', 'Inspector'),
       ('expert', '专家', 'Expert'),
       ('laboratory', '检验人员', 'Laboratory analyst'),
       ('integrator', '系统对接人员', 'Integrator'),
       ('auditor', '审计人员', 'Auditor');

UPDATE identity.role SET reach = 'EVERYTHING' WHERE code = 'administrator';
UPDATE identity.role SET reach = 'NOTHING' WHERE code = 'access-administrator';

UPDATE identity.role SET assignable_to = ARRAY['platform'] WHERE code IN ('administrator', 'access-administrator');
UPDATE identity.role SET assignable_to = ARRAY['market-regulation', 'agriculture', 'health', 'commerce', 'customs', 'drug']
 WHERE code IN ('county-officer', 'prefecture-officer', 'province-officer', 'information-officer', 'reviewer',
                'dispatcher', 'inspector');
UPDATE identity.role
   SET assignable_to = ARRAY['platform', 'market-regulation', 'agriculture', 'health', 'commerce', 'customs', 'drug']
 WHERE code IN ('state-officer', 'approver', 'auditor');
UPDATE identity.role
   SET assignable_to = ARRAY['market-regulation', 'agriculture', 'health', 'commerce', 'customs', 'drug', 'laboratory',
                             'certification-body', 'consumer-association']
 WHERE code = 'expert';
UPDATE identity.role SET assignable_to = ARRAY['laboratory'] WHERE code = 'laboratory';
UPDATE identity.role SET assignable_to = ARRAY['operator'] WHERE code IN ('operator-staff', 'integrator');

-- What everyone in an authority reads, and what his duty adds. Entering, reviewing and approving are roles of their own:
-- who enters does not approve (R3.63, R3.87).
INSERT INTO identity.role_permission (role, permission)
SELECT role, permission
  FROM unnest(ARRAY['county-officer', 'prefecture-officer', 'province-officer', 'state-officer', 'information-officer',
                    'reviewer', 'approver', 'dispatcher', 'inspector', 'expert']) AS role
 CROSS JOIN unnest(ARRAY['REGISTRY_READ', 'CODES_READ', 'SIGNALS_READ', 'EVENTS_READ', 'TRACE_READ',
                         'ORGANISATIONS_READ', 'DEADLINES_READ', 'FILES_USE']) AS permission;

INSERT INTO identity.role_permission (role, permission)
VALUES ('county-officer', 'SIGNALS_ASSESS'),
       ('prefecture-officer', 'SIGNALS_ASSESS'),
       ('prefecture-officer', 'TASKS_DISPATCH'),
       ('province-officer', 'SIGNALS_ASSESS'),
       ('province-officer', 'TASKS_DISPATCH'),
       ('province-officer', 'ORGANISATIONS_WRITE'),
       ('state-officer', 'SIGNALS_ASSESS'),
       ('state-officer', 'TASKS_DISPATCH'),
       ('state-officer', 'ORGANISATIONS_WRITE'),
       ('state-officer', 'RULES_DRAFT'),
       ('information-officer', 'REGISTRY_WRITE'),
       ('reviewer', 'SIGNALS_ASSESS'),
       ('approver', 'RULES_APPROVE'),
       ('dispatcher', 'TASKS_DISPATCH'),
       ('laboratory', 'ORGANISATIONS_READ'),
       ('laboratory', 'DEADLINES_READ'),
       ('laboratory', 'FILES_USE'),
       ('operator-staff', 'FILES_USE'),
       ('integrator', 'REGISTRY_READ'),
       ('integrator', 'CODES_READ'),
       ('integrator', 'EVENTS_READ'),
       ('integrator', 'EVENTS_CAPTURE'),
       ('integrator', 'TRACE_READ'),
       ('auditor', 'AUDIT_READ'),
       ('auditor', 'ORGANISATIONS_READ'),
       ('auditor', 'DEADLINES_READ'),
       ('access-administrator', 'ORGANISATIONS_READ'),
       ('administrator', 'SIGNALS_ASSESS'),
       ('administrator', 'ORGANISATIONS_READ'),
       ('administrator', 'ORGANISATIONS_WRITE'),
       ('administrator', 'DEADLINES_READ'),
       ('administrator', 'RULES_DRAFT'),
       ('administrator', 'RULES_APPROVE'),
       ('administrator', 'TASKS_DISPATCH'),
       ('administrator', 'FILES_USE'),
       ('administrator', 'AUDIT_READ');

-- People -----------------------------------------------------------------------------------------------------------

-- Contact data: seen by the person himself and by those who administer access.
ALTER TABLE identity.account ADD COLUMN email text
    CONSTRAINT email_is_plain CHECK (email ~ '^[^@[:space:]]{1,64}@[^@[:space:]]{1,255}$');
ALTER TABLE identity.account ADD COLUMN phone text
    CONSTRAINT phone_is_plain CHECK (phone ~ '^[+0-9][0-9 ()-]{2,31}$');
-- The language of his notices.
ALTER TABLE identity.account ADD COLUMN locale text NOT NULL DEFAULT 'zh-CN'
    CONSTRAINT locale_is_known CHECK (locale IN ('zh-CN', 'en'));
-- Grows with every change of what an administrator keeps about the person; his ETag.
ALTER TABLE identity.account ADD COLUMN revision integer NOT NULL DEFAULT 1;
-- Null until he accepted his invitation: no password is right.
ALTER TABLE identity.account ALTER COLUMN password_hash DROP NOT NULL;

-- One person in one place with one role for a time. Days are those of Asia/Shanghai; valid_to is the first day no more.
CREATE TABLE identity.post (
    id           uuid        PRIMARY KEY,
    account      uuid        NOT NULL REFERENCES identity.account,
    -- Exactly one of the two. Organisations are another module's; their existence is checked when the post is given.
    organisation uuid,
    operator     uuid        REFERENCES registry.operator,
    title        text        NOT NULL,
    role         text        NOT NULL REFERENCES identity.role,
    valid_from   date        NOT NULL,
    valid_to     date,
    created_at   timestamptz NOT NULL,
    -- Null for the first administrator's, whom nobody appointed.
    created_by   uuid,
    reason       text,
    ended_at     timestamptz,
    ended_by     uuid,
    end_reason   text,
    CONSTRAINT post_is_in_one_place CHECK (num_nonnulls(organisation, operator) = 1),
    -- A post that ends on the day it begins was called off before it took effect.
    CONSTRAINT post_ends_after_it_begins CHECK (valid_to >= valid_from),
    CONSTRAINT end_says_who CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

-- Every request of a person: the posts he may act in; his page.
CREATE INDEX post_by_account ON identity.post (account, valid_from);
-- The directory of an organisation, of an operator; who may stand in for a colleague.
CREATE INDEX post_by_organisation ON identity.post (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX post_by_operator ON identity.post (operator) WHERE operator IS NOT NULL;
-- Filter of the list of people; whether a changed role still keeps duties apart.
CREATE INDEX post_by_role ON identity.post (role);

-- Who stands in for an absent holder (代理). It binds two posts: the one acted in and the one that makes the delegate a
-- colleague; it ends with either.
CREATE TABLE identity.delegation (
    id                uuid        PRIMARY KEY,
    post              uuid        NOT NULL REFERENCES identity.post,
    delegate_post     uuid        NOT NULL REFERENCES identity.post,
    valid_from        date        NOT NULL,
    valid_to          date        NOT NULL,
    reason            text        NOT NULL,
    created_at        timestamptz NOT NULL,
    created_by        uuid        NOT NULL,
    revoked_at        timestamptz,
    revoked_by        uuid,
    revocation_reason text,
    CONSTRAINT delegation_ends_after_it_begins CHECK (valid_to > valid_from),
    CONSTRAINT nobody_stands_in_for_his_own_post CHECK (post <> delegate_post),
    CONSTRAINT revocation_says_who CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);

-- Every request of a person: what was delegated to one of his posts.
CREATE INDEX delegation_by_delegate ON identity.delegation (delegate_post) WHERE revoked_at IS NULL;
-- The delegations of a post.
CREATE INDEX delegation_by_post ON identity.delegation (post);

-- What accounts had before becomes their first post; those without an own place one at the platform's operator. An officer bound to a region has no body yet on this day (bodies are
-- founded through the API) and is given a post there: until then he may do nothing.
INSERT INTO identity.post (id, account, organisation, title, role, valid_from, created_at, created_by)
SELECT gen_random_uuid(), a.id, o.id, r.name_zh, r.code,
       (a.created_at AT TIME ZONE 'Asia/Shanghai')::date, a.created_at, a.created_by
  FROM identity.account a
  JOIN identity.role r
    ON r.code = CASE WHEN a.role = 'officer' THEN 'state-officer' ELSE a.role END
 CROSS JOIN (VALUES ('01900000-0000-7000-8000-000000000001'::uuid)) AS o (id)
 WHERE a.role IN ('administrator', 'access-administrator')
    OR a.role = 'officer' AND a.scope = 'everything';

INSERT INTO identity.post (id, account, operator, title, role, valid_from, created_at, created_by)
SELECT gen_random_uuid(), a.id, o.id, r.name_zh, r.code,
       (a.created_at AT TIME ZONE 'Asia/Shanghai')::date, a.created_at, a.created_by
  FROM identity.account a
  JOIN identity.role r ON r.code = a.role
  JOIN registry.operator o ON a.scope = 'operator:' || o.id::text
 WHERE a.role = 'operator-staff';

ALTER TABLE identity.account DROP COLUMN role;
ALTER TABLE identity.account DROP COLUMN scope;

DELETE FROM identity.role_permission WHERE role = 'officer';
DELETE FROM identity.role WHERE code = 'officer';

-- Systems ----------------------------------------------------------------------------------------------------------

-- After this instant no token is given and none is taken; null for no end.
ALTER TABLE identity.client ADD COLUMN expires_at timestamptz;
-- When it last got a token.
ALTER TABLE identity.client ADD COLUMN last_used_at timestamptz;
-- The secret before the last rotation, good until the given instant, so that a system can be changed over without a gap.
ALTER TABLE identity.client ADD COLUMN previous_secret_hash text;
ALTER TABLE identity.client ADD COLUMN previous_secret_until timestamptz;
ALTER TABLE identity.client ADD CONSTRAINT previous_secret_has_an_end
    CHECK ((previous_secret_hash IS NULL) = (previous_secret_until IS NULL));
-- Clients bound to one organisation or operator.
CREATE INDEX client_by_scope ON identity.client (scope, client_id);

-- The directory, by name, Chinese names in the order of their sound.
CREATE INDEX account_by_name ON identity.account (display_name COLLATE "zh-x-icu", id);

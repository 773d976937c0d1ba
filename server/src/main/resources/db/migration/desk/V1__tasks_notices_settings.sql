-- What waits for each officer (R0.11, R3.63), and what he is told. People, posts and organisations are ids of other modules.

CREATE TABLE desk.task (
    id              uuid        PRIMARY KEY,
    -- module.noun; titles are texts of the catalogue with these arguments.
    kind            text        NOT NULL,
    title_arguments text[]      NOT NULL,
    subject_kind    text        NOT NULL,
    subject_id      text        NOT NULL,
    subject_title   text        NOT NULL,
    -- Where the subject lies: who dispatches there sees the task.
    region_path     text        NOT NULL,
    -- The permission that whoever handles it must hold.
    needs           text        NOT NULL,
    closing         text        NOT NULL,
    priority        text        NOT NULL,
    -- The last moment in time; infinity when nothing presses, so that one order serves all.
    due_at          timestamptz NOT NULL,
    due_provisional boolean     NOT NULL,
    due_why         text,
    state           text        NOT NULL,
    office          uuid,
    office_name     text,
    owner_post      uuid,
    owner_person    uuid,
    owner_name      text,
    owner_title     text,
    opened_at       timestamptz NOT NULL,
    closed_at       timestamptz,
    version         bigint      NOT NULL,
    CONSTRAINT closing_is_known CHECK (closing IN ('BY_HAND', 'BY_DECISION')),
    CONSTRAINT priority_is_known CHECK (priority IN ('NORMAL', 'URGENT')),
    CONSTRAINT state_is_known CHECK (state IN ('OPEN', 'TAKEN', 'DONE', 'CANCELLED')),
    CONSTRAINT path_has_slashes CHECK (region_path ~ '^/(.*/)?$'),
    CONSTRAINT owner_is_whole CHECK (
        (owner_post IS NULL) = (owner_person IS NULL)
        AND (owner_post IS NULL) = (owner_name IS NULL)
        AND (owner_post IS NULL) = (owner_title IS NULL)),
    -- One owner at a time, and only what is taken has one.
    CONSTRAINT open_has_no_owner CHECK (state <> 'OPEN' OR owner_post IS NULL),
    CONSTRAINT taken_has_an_owner CHECK (state <> 'TAKEN' OR owner_post IS NOT NULL),
    CONSTRAINT closed_says_when CHECK ((closed_at IS NULL) = (state IN ('OPEN', 'TAKEN'))),
    CONSTRAINT a_deadline_says_why CHECK ((due_at = 'infinity') = (due_why IS NULL))
);

-- Inbox of a person's posts, by deadline.
CREATE INDEX task_of_post ON desk.task (owner_post, due_at, id) WHERE state IN ('OPEN', 'TAKEN');
CREATE INDEX task_of_post_closed ON desk.task (owner_post, due_at, id) WHERE state IN ('DONE', 'CANCELLED');
-- Inbox of an organisation, by deadline.
CREATE INDEX task_of_office ON desk.task (office, due_at, id) WHERE state IN ('OPEN', 'TAKEN');
CREATE INDEX task_of_office_closed ON desk.task (office, due_at, id) WHERE state IN ('DONE', 'CANCELLED');
-- Tasks that a dispatcher of a region sees.
CREATE INDEX task_of_region ON desk.task (region_path text_pattern_ops, due_at) WHERE state IN ('OPEN', 'TAKEN');
-- The same for those who dispatch everywhere.
CREATE INDEX task_by_deadline ON desk.task (due_at, id) WHERE state IN ('OPEN', 'TAKEN');
-- Tasks about one thing, for its page and for its closing.
CREATE INDEX task_of_subject ON desk.task (subject_kind, subject_id, kind);
-- An event delivered twice opens one task: Tasks.open.
CREATE UNIQUE INDEX task_once_a_decision ON desk.task (kind, subject_kind, subject_id)
    WHERE closing = 'BY_DECISION' AND state IN ('OPEN', 'TAKEN');

-- Who gave it to whom, when and why. Append-only.
CREATE TABLE desk.task_step (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task        uuid        NOT NULL REFERENCES desk.task,
    at          timestamptz NOT NULL,
    what        text        NOT NULL,
    -- Names as they were; null when the platform did it.
    by_name     text,
    by_capacity text,
    to_name     text,
    reason      text,
    CONSTRAINT what_is_known CHECK (
        what IN ('OPENED', 'ASSIGNED', 'TAKEN', 'HANDED_BACK', 'DUE_CHANGED', 'DONE', 'CANCELLED'))
);

-- History of one task, oldest first.
CREATE INDEX step_of_task ON desk.task_step (task, id);

CREATE TABLE desk.notice (
    id            uuid        PRIMARY KEY,
    person        uuid        NOT NULL,
    kind          text        NOT NULL,
    arguments     text[]      NOT NULL,
    subject_kind  text,
    subject_id    text,
    subject_title text,
    at            timestamptz NOT NULL,
    read_at       timestamptz,
    CONSTRAINT subject_is_whole CHECK (
        (subject_kind IS NULL) = (subject_id IS NULL) AND (subject_kind IS NULL) = (subject_title IS NULL))
);

-- A person's notices, newest first.
CREATE INDEX notice_of_person ON desk.notice (person, id DESC);
-- His unread ones, and their number.
CREATE INDEX notice_unread ON desk.notice (person, id DESC) WHERE read_at IS NULL;

-- Letters. Each is written in the transaction that tells something and stays until the mail server has taken it.
CREATE TABLE desk.mail (
    id            uuid        PRIMARY KEY,
    person        uuid        NOT NULL,
    address       text        NOT NULL,
    language      text        NOT NULL,
    kind          text        NOT NULL,
    arguments     text[]      NOT NULL,
    subject_kind  text,
    subject_id    text,
    subject_title text,
    at            timestamptz NOT NULL,
    state         text        NOT NULL,
    attempts      integer     NOT NULL,
    -- Not before; while somebody is sending it, the end of his lease.
    next_at       timestamptz NOT NULL,
    ended_at      timestamptz,
    error         text,
    CONSTRAINT state_is_known CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    CONSTRAINT ended_says_when CHECK ((ended_at IS NULL) = (state = 'WAITING')),
    CONSTRAINT giving_up_says_why CHECK (state <> 'GIVEN_UP' OR error IS NOT NULL)
);

-- Letters that are due.
CREATE INDEX mail_due ON desk.mail (next_at, id) WHERE state = 'WAITING';

-- How people want the console.
CREATE TABLE desk.settings (
    person   uuid  PRIMARY KEY,
    language text,
    theme    text,
    notices  jsonb NOT NULL,
    columns  jsonb NOT NULL,
    CONSTRAINT language_is_known CHECK (language IN ('zh', 'en')),
    CONSTRAINT theme_is_known CHECK (theme IN ('light', 'dark'))
);

-- Lists as people like to see them: the state of the page's URL under a name.
CREATE TABLE desk.saved_view (
    id           uuid        PRIMARY KEY,
    person       uuid        NOT NULL,
    person_name  text        NOT NULL,
    -- Set when everybody in the organisation sees it.
    organisation uuid,
    page         text        NOT NULL,
    name         text        NOT NULL,
    query        text        NOT NULL,
    columns      text[]      NOT NULL,
    standard     boolean     NOT NULL,
    saved_at     timestamptz NOT NULL,
    version      bigint      NOT NULL,
    CONSTRAINT name_once_a_page UNIQUE (person, page, name),
    CONSTRAINT name_is_short CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT query_is_short CHECK (length(query) <= 4000)
);

-- One view opens first.
CREATE UNIQUE INDEX view_standard ON desk.saved_view (person, page) WHERE standard;
-- Views that an organisation shares on a page.
CREATE INDEX view_of_organisation ON desk.saved_view (organisation, page) WHERE organisation IS NOT NULL;

-- Forms half filled in.
CREATE TABLE desk.draft (
    person   uuid        NOT NULL,
    key      text        NOT NULL,
    body     text        NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person, key),
    CONSTRAINT body_is_bounded CHECK (octet_length(body) <= 65536)
);

-- Sweep of what was left for too long.
CREATE INDEX draft_by_age ON desk.draft (saved_at);

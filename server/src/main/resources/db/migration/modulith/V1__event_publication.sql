-- Spring Modulith's event publication registry: an event waits here until each of its listeners has handled it, so a
-- listener that failed, or a process that died, loses nothing. The columns are the framework's (structure of 2.x).

CREATE TABLE modulith.event_publication (
    id                     uuid        PRIMARY KEY,
    listener_id            text        NOT NULL,
    event_type             text        NOT NULL,
    serialized_event       text        NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);

-- Marking one publication complete finds it by its event.
CREATE INDEX event_publication_by_event ON modulith.event_publication USING hash (serialized_event);

-- Finding what is not complete yet, and clearing away what long is.
CREATE INDEX event_publication_by_completion ON modulith.event_publication (completion_date);

-- A task may run by a clock of module deadlines, whose end it follows.
ALTER TABLE desk.task ADD COLUMN clock uuid;
-- While the clock is suspended there is no end, but still a reason.
ALTER TABLE desk.task DROP CONSTRAINT a_deadline_says_why;
ALTER TABLE desk.task ADD CONSTRAINT a_deadline_says_why CHECK (due_at = 'infinity' OR due_why IS NOT NULL);

-- The task that a clock's steps and changes are about.
CREATE INDEX task_of_clock ON desk.task (clock) WHERE clock IS NOT NULL AND state IN ('OPEN', 'TAKEN');

-- Where an event lies is derived from its place and says who may see it; when the region gets another code, it follows. All that
-- was captured stays untouchable.
DROP TRIGGER event_append_only ON events.event;
CREATE TRIGGER event_append_only
    BEFORE DELETE OR UPDATE OF seq, event_id, declaration, hash, type, action, event_time, record_time, biz_step, disposition,
        read_point, biz_location, capture_id, captured_by, parties, body ON events.event
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();

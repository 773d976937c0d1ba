package org.suyuan.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.PlatformTest;

@PlatformTest
class CaptureTest {
    @Autowired
    Captures captures;

    @Autowired
    Events events;

    @Autowired
    EventStore store;

    @Autowired
    JdbcClient jdbc;

    private final Actor platform = actor(new Scope.Everything());

    @Test
    void an_event_captured_twice_is_stored_once() {
        String document = document(observation("urn:epc:id:sgtin:6901234.056789.twice", "2026-09-10T08:00:00+08:00"));
        CaptureJob first = capture(document, ErrorBehaviour.ROLLBACK);
        CaptureJob second = capture(document, ErrorBehaviour.ROLLBACK);
        assertThat(first).extracting(CaptureJob::stored, CaptureJob::duplicates).containsExactly(1, 0);
        assertThat(second)
                .extracting(CaptureJob::stored, CaptureJob::duplicates)
                .containsExactly(0, 1);
        assertThat(second.success()).isTrue();
    }

    @Test
    void the_same_event_in_another_spelling_is_the_same_event() {
        String urn = observation("urn:epc:id:sgtin:6901234.056789.spelling", "2026-09-10T08:00:00+08:00");
        String link = observation("https://example.cn/01/06901234567892/21/spelling", "2026-09-10T00:00:00.000Z");
        assertThat(capture(document(urn), ErrorBehaviour.ROLLBACK).stored()).isEqualTo(1);
        assertThat(capture(document(link), ErrorBehaviour.ROLLBACK).duplicates())
                .isEqualTo(1);
    }

    @Test
    void one_bad_event_refuses_the_document_and_every_bad_event_is_listed() {
        String good = observation("urn:epc:id:sgtin:6901234.056789.rollback", "2026-09-10T08:00:00+08:00");
        String document = document(good, good.replace("OBSERVE", "LOOK"), good.replace("shipping", "teleporting"));
        CaptureJob job = capture(document, ErrorBehaviour.ROLLBACK);
        assertThat(job.success()).isFalse();
        assertThat(job.stored()).isZero();
        assertThat(job.errors())
                .extracting(FieldError::pointer)
                .contains("/epcisBody/eventList/1/action", "/epcisBody/eventList/2/bizStep");
        assertThat(find("rollback")).isEmpty();
        assertThat(store.job(job.id(), platform.id())).isPresent();
    }

    @Test
    void proceed_keeps_the_good_events_and_lists_the_bad() {
        String good = observation("urn:epc:id:sgtin:6901234.056789.proceed", "2026-09-10T08:00:00+08:00");
        CaptureJob job = capture(document(good, good.replace("OBSERVE", "LOOK")), ErrorBehaviour.PROCEED);
        assertThat(job.success()).isFalse();
        assertThat(job.stored()).isEqualTo(1);
        assertThat(job.errors()).hasSize(1);
    }

    @Test
    void an_id_that_is_taken_cannot_mean_another_event() {
        String id = "urn:uuid:" + UUID.randomUUID();
        String one = withId(id, observation("urn:epc:id:sgtin:6901234.056789.one", "2026-09-10T08:00:00+08:00"));
        String other = withId(id, observation("urn:epc:id:sgtin:6901234.056789.other", "2026-09-10T08:00:00+08:00"));
        capture(document(one), ErrorBehaviour.ROLLBACK);
        CaptureJob job = capture(document(other), ErrorBehaviour.ROLLBACK);
        assertThat(job.success()).isFalse();
        assertThat(job.errors().getFirst().pointer()).isEqualTo("/epcisBody/eventList/0/eventID");
        assertThat(job.errors().getFirst().value()).isEqualTo(id);
    }

    @Test
    void an_error_declaration_voids_the_event_and_leaves_it() {
        String id = "urn:uuid:" + UUID.randomUUID();
        String event = withId(id, observation("urn:epc:id:sgtin:6901234.056789.wrong", "2026-09-10T08:00:00+08:00"));
        String declaration = event.replaceFirst("\\{", """
                {"errorDeclaration": {"declarationTime": "2026-09-11T08:00:00+08:00", "reason": "did_not_occur"},""");
        capture(document(event), ErrorBehaviour.ROLLBACK);
        assertThat(capture(document(declaration), ErrorBehaviour.ROLLBACK).stored())
                .isEqualTo(1);
        List<StoredEvent> both = find("wrong");
        assertThat(both).extracting(StoredEvent::declaration).containsExactlyInAnyOrder(true, false);
        assertThat(both).filteredOn(e -> !e.declaration()).allMatch(StoredEvent::voided);
    }

    @Test
    void what_is_no_json_is_refused_with_its_place() {
        CaptureOutcome outcome = captures.capture(
                new ByteArrayInputStream("{\"type\":\n oops".getBytes(StandardCharsets.UTF_8)),
                ErrorBehaviour.ROLLBACK,
                platform);
        assertThat(outcome)
                .isInstanceOf(CaptureOutcome.Unreadable.class)
                .asString()
                .contains("line 2");
    }

    @Test
    void an_operator_sees_only_the_events_it_took_part_in() {
        Actor dairy = actor(new Scope.Nothing());
        capture(
                document(observation("urn:epc:id:sgtin:6901234.056789.scoped", "2026-09-10T08:00:00+08:00")),
                ErrorBehaviour.ROLLBACK);
        assertThat(find("scoped")).hasSize(1);
        assertThat(events.list(byUnit("scoped"), page(), dairy).items()).isEmpty();
        Actor stranger = actor(new Scope.OwnOperator(new OperatorId(UUID.randomUUID())));
        assertThat(events.list(byUnit("scoped"), page(), stranger).items()).isEmpty();
        assertThat(events.find(find("scoped").getFirst().eventId(), stranger)).isEmpty();
    }

    @Test
    void documents_that_bring_the_same_events_in_opposite_order_at_once_are_both_stored_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<String> these = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String epc = "urn:epc:id:sgtin:6901234.056789.r%dn%d".formatted(round, i);
                these.add(observation(epc, "2026-09-10T08:00:00+08:00"));
            }
            String forward = document(these.toArray(String[]::new));
            String backward = document(these.reversed().toArray(String[]::new));
            CompletableFuture<CaptureJob> one =
                    CompletableFuture.supplyAsync(() -> capture(forward, ErrorBehaviour.ROLLBACK));
            CaptureJob other = capture(backward, ErrorBehaviour.ROLLBACK);
            assertThat(one.get().stored() + other.stored()).isEqualTo(300);
            assertThat(one.get().duplicates() + other.duplicates()).isEqualTo(300);
        }
    }

    @Test
    void who_may_not_capture_is_refused() {
        Actor reader = new Actor(new ActorId(UUID.randomUUID()), "reader", Set.of(), new Scope.Everything());
        assertThatThrownBy(
                        () -> captures.capture(new ByteArrayInputStream(new byte[0]), ErrorBehaviour.ROLLBACK, reader))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_stored_event_cannot_be_changed() {
        capture(
                document(observation("urn:epc:id:sgtin:6901234.056789.fixed", "2026-09-10T08:00:00+08:00")),
                ErrorBehaviour.ROLLBACK);
        assertThatThrownBy(() -> jdbc.sql("UPDATE events.event SET biz_step = 'receiving'")
                        .update())
                .hasMessageContaining("append-only");
    }

    private CaptureJob capture(String document, ErrorBehaviour behaviour) {
        CaptureOutcome outcome = captures.capture(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), behaviour, platform);
        return ((CaptureOutcome.Judged) outcome).job();
    }

    private List<StoredEvent> find(String serial) {
        return events.list(byUnit(serial), page(), platform).items();
    }

    private static PageRequest page() {
        return new PageRequest(30, null, false);
    }

    private static EventQuery byUnit(String serial) {
        return Queries.ofUnit("https://id.gs1.org/01/06901234567892/21/" + serial);
    }

    private static Actor actor(Scope scope) {
        return new Actor(new ActorId(UUID.randomUUID()), "test", EnumSet.allOf(Permission.class), scope);
    }

    private static String withId(String id, String event) {
        return event.replaceFirst("\\{", "{\"eventID\": \"" + id + "\",");
    }

    private static String observation(String epc, String time) {
        return """
                {"type": "ObjectEvent", "action": "OBSERVE", "bizStep": "shipping", "disposition": "in_transit",
                 "eventTime": "%s", "eventTimeZoneOffset": "+08:00", "epcList": ["%s"],
                 "readPoint": {"id": "urn:epc:id:sgln:6901234.00001.0"}}""".formatted(time, epc);
    }

    private static String document(String... events) {
        return """
                {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", "type": "EPCISDocument",
                 "schemaVersion": "2.0", "creationDate": "2026-09-10T08:00:00Z", "epcisBody": {"eventList": [%s]}}""".formatted(String.join(",", events));
    }
}

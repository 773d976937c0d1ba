package org.suyuan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Capacity;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

@PlatformTest
class AuditTrailTest {
    private static final String RENAMED = "audit.trial.renamed";
    private static final PageRequest FIRST = new PageRequest(30, null, false);

    @LocalServerPort
    int port;

    @Autowired
    AuditTrail trail;

    @Autowired
    Entries entries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    /** A kind of its own, so that tests do not see each other's entries. */
    private final String kind = "trial-" + UUID.randomUUID();

    @BeforeEach
    void administratorsReadTheTrail() {
        jdbc.sql("INSERT INTO identity.role_permission VALUES ('administrator', 'AUDIT_READ') ON CONFLICT DO NOTHING")
                .update();
    }

    @Test
    void a_decision_is_recorded_with_the_delegate_and_whom_he_stood_for() {
        Capacity.Principal absent = new Capacity.Principal(new ActorId(UUID.randomUUID()), "陈所长");
        Capacity post = new Capacity(
                new PostId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                "杏林市场监督管理所",
                "所长",
                "county-officer",
                absent);
        Actor delegate = new Actor(
                new ActorId(UUID.randomUUID()), "林晓", Set.of(), new Scope.Jurisdiction("/35/3502/350211/"), post);
        Subject shop =
                new Subject(kind, "7", "东孚超市", null, new OperatorId(UUID.randomUUID()), "/35/3502/350211/350211003/");
        decide(delegate, Deed.of(RENAMED, shop, Map.of("name", "新名")).because("搬迁", "食品安全法 第一百一十条"));

        assertThat(list(auditor(new Scope.Everything()))).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Entry.Kind.DECISION);
            assertThat(entry.doer().name()).isEqualTo("林晓");
            assertThat(entry.doer().organisationName()).isEqualTo("杏林市场监督管理所");
            assertThat(entry.doer().behalfOfName()).isEqualTo("陈所长");
            assertThat(entry.subject()).isEqualTo(shop);
            assertThat(entry.reason()).isEqualTo("搬迁");
            assertThat(entry.legalBasis()).isEqualTo("食品安全法 第一百一十条");
            assertThat(entry.facts()).containsExactly(Map.entry("name", "新名"));
            assertThat(entry.origin()).isEqualTo(Origin.PLATFORM);
        });
    }

    @Test
    void a_decision_that_fails_leaves_no_entry_and_one_without_a_transaction_is_refused() {
        Deed deed = Deed.of(RENAMED, Subject.of(kind, "1", "one"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.decided(auditor(new Scope.Everything()), deed);
            status.setRollbackOnly();
        });
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> trail.decided(auditor(new Scope.Everything()), deed));
        assertThat(list(auditor(new Scope.Everything()))).isEmpty();
    }

    @Test
    void a_read_stays_recorded_when_what_followed_failed() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.read(auditor(new Scope.Everything()), Deed.of("audit.trial.read", Subject.of(kind, "1", "one")));
            status.setRollbackOnly();
        });
        assertThat(list(auditor(new Scope.Everything()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.entry SET reason = 'another'",
                "DELETE FROM audit.entry",
                "TRUNCATE audit.entry",
                "DELETE FROM audit.entry WHERE FALSE"
            })
    void what_is_recorded_stays_as_it_is(String tampering) {
        assertThatThrownBy(() -> jdbc.sql(tampering).update()).hasMessageContaining("audit.entry only grows");
    }

    @Test
    void an_auditor_sees_what_lies_in_his_jurisdiction_and_nothing_without_a_place() {
        record("in-jimei", "/35/3502/350211/350211003/");
        record("in-siming", "/35/3502/350203/");
        record("in-a-district-with-a-longer-code", "/35/3502/3502110/");
        record("nowhere", null);
        assertThat(ids(new Scope.Jurisdiction("/35/3502/350211/"))).containsExactly("in-jimei");
        assertThat(ids(new Scope.Jurisdiction("/35/3502/"))).hasSize(3);
        assertThat(ids(new Scope.Everything())).hasSize(4);
        assertThat(ids(new Scope.OwnOrganisation(new OrganisationId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(ids(new Scope.Nothing())).isEmpty();
        Actor curious = new Actor(new ActorId(UUID.randomUUID()), "curious", Set.of(), new Scope.Everything());
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> list(curious));
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        Stream.of("1", "2", "3", "4", "5").forEach(id -> record(id, "/35/"));
        Actor auditor = auditor(new Scope.Everything());
        var first = entries.list(auditor, ofKind(), new PageRequest(3, null, true));
        var second = entries.list(auditor, ofKind(), new PageRequest(3, first.next(), false));
        assertThat(first.total()).isEqualTo(5);
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(entry -> entry.subject().id()))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    }

    @Test
    void an_auditor_who_reads_the_trail_is_recorded_himself() {
        record("1", "/35/3502/");
        SignedIn admin = SignedIn.administrator(port);
        var found = admin.get("/api/audit/entries?kind=" + kind + "&subject=1&region=3502");
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains("\"action\":{\"code\":\"" + RENAMED + "\"", "\"regionPath\":\"/35/3502/\"");
        assertThat(admin.get("/api/audit/entries?action=audit.entry.listed").body())
                .contains("Audit trail read", "kind=" + kind);
        assertThat(admin.get("/api/audit/entries?region=3").statusCode()).isEqualTo(422);
        assertThat(admin.get("/api/audit/entries?subject=1").statusCode()).isEqualTo(422);
        assertThat(admin.get("/api/audit/entries?kind=" + kind + "&region=3501").body())
                .contains("\"items\":[]");
    }

    @Test
    void everybody_sees_who_looked_at_his_data_but_not_why() {
        SignedIn admin = SignedIn.administrator(port);
        UUID me = jdbc.sql("SELECT id FROM identity.account WHERE username = 'admin'")
                .query(UUID.class)
                .single();
        Subject mine = new Subject(kind, "1", "me", new ActorId(me), null, null);
        decide(auditor(new Scope.Everything()), Deed.of(RENAMED, mine).because("a secret reason", null));
        var answer = admin.get("/api/audit/mine");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(kind, "审计员").doesNotContain("a secret reason");
        assertThat(SignedIn.nobody(port).get("/api/audit/mine").statusCode()).isEqualTo(401);
    }

    private void record(String id, @Nullable String regionPath) {
        decide(
                auditor(new Scope.Everything()),
                Deed.of(RENAMED, Subject.of(kind, id, id).in(regionPath)));
    }

    private void decide(Actor actor, Deed deed) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> trail.decided(actor, deed));
    }

    private List<Entry> list(Actor actor) {
        return entries.list(actor, ofKind(), FIRST).items();
    }

    private List<String> ids(Scope scope) {
        return list(auditor(scope)).stream().map(entry -> entry.subject().id()).toList();
    }

    private EntryFilter ofKind() {
        return new EntryFilter(null, null, null, null, null, kind, null, null, null, null);
    }

    private static Actor auditor(Scope scope) {
        return new Actor(new ActorId(UUID.randomUUID()), "审计员", Set.of(Permission.AUDIT_READ), scope);
    }
}

package org.suyuan.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.HeaderActors;
import org.suyuan.testing.PlatformTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Deadlines over HTTP, by the conventions of every module's API. */
@PlatformTest
@Import(HeaderActors.class)
class DeadlinesApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Scope ALL = new Scope.Everything();
    private static final Actor DRAFTER = HeaderActors.actor(ALL, Permission.DEADLINES_READ, Permission.RULES_DRAFT);
    private static final Actor APPROVER = HeaderActors.actor(ALL, Permission.DEADLINES_READ, Permission.RULES_APPROVE);
    private static final Actor BOTH =
            HeaderActors.actor(ALL, Permission.DEADLINES_READ, Permission.RULES_DRAFT, Permission.RULES_APPROVE);
    private static final Actor NOBODY = HeaderActors.actor(ALL);

    @LocalServerPort
    private int port;

    @Autowired
    private Clocks clocks;

    @Test
    void a_calculation_explains_itself_in_the_readers_language() {
        String wanted = "{\"rule\": \"complaint-acceptance\", \"start\": \"2026-09-21T10:00:00+08:00\"}";
        JsonNode english = json(post(DRAFTER, "/calculations", wanted));
        assertThat(english.get("due").get("day").asString()).isEqualTo("2026-10-08");
        assertThat(english.get("due").get("at").asString()).isEqualTo("2026-10-09T00:00:00+08:00");
        assertThat(english.get("due").get("text").asString()).isEqualTo("Thu 2026-10-08");
        assertThat(english.get("limit").asString()).isEqualTo("7 working days");
        assertThat(english.get("rule").get("citation").asString()).contains("第121号");
        assertThat(texts(english))
                .contains("start, not counted", "rest day: Mid-Autumn Festival, not counted", "working day 7; the end");

        JsonNode chinese = json(post(DRAFTER, "/calculations", wanted, "Accept-Language", "zh-CN"));
        assertThat(chinese.get("due").get("text").asString()).isEqualTo("2026年10月8日（周四）");
        assertThat(chinese.get("limit").asString()).isEqualTo("7个工作日");
        assertThat(texts(chinese)).contains("起算日，不计入", "国庆节放假，不计入", "第7个工作日，到期");
    }

    @Test
    void a_calculation_counts_suspensions_and_says_what_is_provisional() {
        JsonNode suspended = json(post(DRAFTER, "/calculations", """
                {"budget": {"unit": "WORKING_DAYS", "amount": 10}, "start": "2026-06-01T10:00:00+08:00",
                 "suspensions": [{"from": "2026-06-03T09:00:00+08:00", "to": "2026-06-08T09:00:00+08:00",
                                  "reason": "送检", "legalBasis": "第二十二条"}]}
                """));
        assertThat(suspended.get("due").get("day").asString()).isEqualTo("2026-06-18");
        assertThat(texts(suspended)).contains("suspended, not counted: 送检 (第二十二条)");
        JsonNode open = json(post(DRAFTER, "/calculations", """
                {"budget": {"unit": "WORKING_DAYS", "amount": 10}, "start": "2026-06-01T10:00:00+08:00",
                 "suspensions": [{"from": "2026-06-03T09:00:00+08:00"}]}
                """));
        assertThat(open.get("due")).isNull();
        assertThat(open.get("unspent").asLong()).isEqualTo(9);
        JsonNode far = json(post(DRAFTER, "/calculations", """
                {"budget": {"unit": "NATURAL_DAYS", "amount": 60}, "start": "2029-06-01T10:00:00+08:00"}
                """));
        assertThat(far.get("due").get("provisional").asBoolean()).isTrue();
        assertThat(far.get("due").get("text").asString()).endsWith("(provisional)");
    }

    @Test
    void a_calculation_names_what_is_wrong_with_it() {
        String start = "\"start\": \"2026-06-01T10:00:00+08:00\"";
        assertThat(post(DRAFTER, "/calculations", "{" + start + "}").statusCode())
                .isEqualTo(422);
        assertThat(post(DRAFTER, "/calculations", "{\"rule\": \"no-such-rule\", " + start + "}")
                        .statusCode())
                .isEqualTo(422);
        var zero = post(DRAFTER, "/calculations", "{\"budget\": {\"unit\": \"HOURS\", \"amount\": 0}, " + start + "}");
        assertThat(zero.statusCode()).isEqualTo(422);
        assertThat(json(zero).get("errors").get(0).get("pointer").asString()).isEqualTo("/amount");
    }

    @Test
    void a_calendar_goes_from_csv_to_draft_to_force_through_two_hands() {
        String csv = "notice,from,to,kind,name,name_en\n2031,2031-01-01,,REST,元旦,New Year's Day\n";
        JsonNode draft = json(post(BOTH, "/calendars/imports?source=test", csv, "Content-Type", "text/csv"))
                .get("items")
                .get(0);
        String path = "/calendars/" + draft.get("id").asString();
        JsonNode seen = json(get(BOTH, path));
        assertThat(seen.get("workingDays").asInt()).isEqualTo(260);
        assertThat(seen.get("allowedActions").get(0).get("allowed").asBoolean()).isFalse();
        assertThat(seen.get("allowedActions").get(0).get("reason").asString()).contains("own draft");
        assertThat(post(BOTH, path + "/approvals", "{}").statusCode()).isEqualTo(409);
        assertThat(post(DRAFTER, path + "/approvals", "{}").statusCode()).isEqualTo(403);
        assertThat(post(APPROVER, path + "/approvals", "{}", "If-Match", "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        var approved = post(APPROVER, path + "/approvals", "{\"reason\": \"checked\"}", "If-Match", "\"1\"");
        assertThat(approved.statusCode()).isEqualTo(201);
        assertThat(json(approved).get("calendar").get("state").get("name").asString())
                .isEqualTo("In force");

        JsonNode days = json(get(DRAFTER, "/calendars/days?from=2031-01-01&to=2031-01-04"));
        assertThat(days.get("workingDays").asInt()).isEqualTo(2);
        assertThat(days.get("days").get(0).get("reason").asString()).isEqualTo("Rest day: New Year's Day");
        assertThat(days.get("days").get(0).get("provisional").asBoolean()).isFalse();
    }

    @Test
    void a_bad_calendar_is_told_line_by_line_and_changes_nothing() {
        String csv = "2032,2032-01-01,,REST,元旦\n2032,2032-01-01,,REST,元旦\n2032,soon,,REST,元旦\n";
        var refused = post(DRAFTER, "/calendars/imports?source=test", csv, "Content-Type", "text/csv");
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode errors = json(refused).get("errors");
        assertThat(errors.get(0).get("pointer").asString()).isEqualTo("/2/from");
        assertThat(errors.get(1).get("pointer").asString()).isEqualTo("/3/from");
        assertThat(json(get(DRAFTER, "/calendars?notice=2032")).get("items")).isEmpty();
        var json = post(DRAFTER, "/calendars", """
                {"notice": 2032, "source": "x", "days": [{"from": "2032-01-02", "kind": "WORK", "name": "元旦"}]}
                """);
        assertThat(json.statusCode()).as("a weekday cannot be a make-up day").isEqualTo(422);
    }

    @Test
    void a_rule_is_drafted_and_approved_and_found_as_of_its_day() {
        String draft = """
                {"code": "api-rule", "nameZh": "某期限", "nameEn": "Some limit", "beginsZh": "某日", "beginsEn": "some day",
                 "unit": "WORKING_DAYS", "amount": 3, "rungs": ["-1wd", "due"], "validFrom": "2026-01-01",
                 "citation": "《某办法》第一条", "evidence": "HIGH"}
                """;
        var made = post(DRAFTER, "/rules", draft);
        assertThat(made.statusCode()).isEqualTo(201);
        String path = "/rules/" + json(made).get("id").asString();
        assertThat(json(made).get("rungs").get(0).get("name").asString()).isEqualTo("1 working day before the end");
        assertThat(json(get(DRAFTER, "/rules?code=api-rule&at=2026-06-01")).get("items"))
                .isEmpty();
        assertThat(post(APPROVER, path + "/approvals", "{}").statusCode()).isEqualTo(201);
        assertThat(json(get(DRAFTER, "/rules?code=api-rule&at=2026-06-01")).get("items"))
                .hasSize(1);
        assertThat(post(APPROVER, path + "/rejections", "{\"reason\": \"late\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(DRAFTER, "/rules", draft.replace("-1wd", "-1 week")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_clock_is_explained_to_those_in_scope_and_absent_for_others() {
        ClockSubject subject = DeadlinesWorld.subject("甲", "/35/3502/350212/");
        ClockId id = clocks.start(BOTH, "complaint-acceptance", Instant.parse("2026-09-21T02:00:00Z"), subject);
        Actor inside = HeaderActors.actor(new Scope.Jurisdiction("/35/3502/"), Permission.DEADLINES_READ);
        Actor outside = HeaderActors.actor(new Scope.Jurisdiction("/36/"), Permission.DEADLINES_READ);
        JsonNode clock = json(get(inside, "/clocks/" + id));
        assertThat(clock.get("due").get("day").asString()).isEqualTo("2026-10-08");
        assertThat(clock.get("state").get("name").asString()).isEqualTo("Running");
        assertThat(clock.get("explanation")).hasSize(18);
        assertThat(clock.get("rungs")).hasSize(3);
        assertThat(clock.get("subject").get("title").asString()).isEqualTo("甲的投诉");
        assertThat(get(outside, "/clocks/" + id).statusCode()).isEqualTo(404);
        assertThat(get(NOBODY, "/clocks/" + id).statusCode()).isEqualTo(403);
        assertThat(get(inside, "/clocks/not-an-id").statusCode()).isEqualTo(404);
        assertThat(json(get(inside, "/clocks?subjectKind=complaint&subjectId=甲".replace("甲", "%E7%94%B2")))
                        .get("items"))
                .isNotEmpty();
        assertThat(get(inside, "/clocks?subject=1").statusCode()).isEqualTo(400);
    }

    private static List<String> texts(JsonNode calculated) {
        return StreamSupport.stream(calculated.get("explanation").spliterator(), false)
                .map(day -> day.get("text").asString())
                .toList();
    }

    private HttpResponse<byte[]> get(Actor actor, String path) {
        return HeaderActors.send(port, actor, "GET", "/api/deadlines" + path, BodyPublishers.noBody());
    }

    private HttpResponse<byte[]> post(Actor actor, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return HeaderActors.send(port, actor, "POST", "/api/deadlines" + path, BodyPublishers.ofString(body), all);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }
}

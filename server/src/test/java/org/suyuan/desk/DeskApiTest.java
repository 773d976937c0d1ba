package org.suyuan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.shared.access.Permission;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk over HTTP. */
@PlatformTest
class DeskApiTest {
    @LocalServerPort
    int port;

    @Autowired
    Tasks tasks;

    private final JsonMapper json = JsonMapper.shared();
    private SignedIn admin = SignedIn.nobody(0);
    private String operator = "";

    @BeforeEach
    void registerAnOperator() {
        admin = SignedIn.administrator(port);
        operator = body(admin.post("/api/registry/operators", """
                {"nameZh": "待办试验乳业", "nameEn": "Task Dairy", "kinds": ["dairy"], "region": "350206"}
                """)).path("id").asString();
    }

    @Test
    void a_task_is_listed_counted_and_shown_with_what_can_be_done_and_why_not() {
        TaskId id = tasks.open(new NewTask(
                        "desk.instruction",
                        List.of("请核对执照"),
                        new Link("operator", operator, "待办试验乳业"),
                        "/35/3502/350206/",
                        Permission.REGISTRY_READ,
                        new Assignee.Nobody(),
                        new Due(Instant.parse("2020-01-01T00:00:00Z"), false, "王局长"),
                        Priority.NORMAL,
                        Closing.BY_HAND))
                .orElseThrow();
        String about = "subjectKind=operator&subjectId=" + operator;
        JsonNode listed = body(admin.get("/api/desk/tasks?assignee=nobody&count=true&" + about));
        assertThat(listed.path("total").asInt()).isEqualTo(1);
        assertThat(listed.path("items").get(0).path("bucket").asString()).isEqualTo("OVERDUE");
        assertThat(body(admin.get("/api/desk/tasks/counts?" + about))
                        .path("overdue")
                        .asInt())
                .isEqualTo(1);

        HttpResponse<String> one = admin.get("/api/desk/tasks/" + id);
        JsonNode task = body(one);
        assertThat(one.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(task.path("title").asString()).isEqualTo("请核对执照");
        assertThat(task.path("dueWhy").asString()).isEqualTo("set by 王局长 when giving the task");
        assertThat(task.path("state").path("name").asString()).isEqualTo("Open");
        assertThat(task.path("history").get(0).path("what").path("code").asString())
                .isEqualTo("OPENED");
        JsonNode take = task.path("allowedActions").get(0);
        assertThat(take.path("action").asString()).isEqualTo("TAKE");
        assertThat(take.path("allowed").asBoolean()).isFalse();
        assertThat(take.path("reason").asString()).isNotBlank();

        String cancel = "/api/desk/tasks/" + id + "/cancellations";
        assertThat(admin.send("POST", cancel, "{\"reason\": \"重复\"}", Map.of("If-Match", "\"7\""))
                        .statusCode())
                .isEqualTo(412);
        assertThat(admin.post(cancel, "{\"reason\": \" \"}").statusCode()).isIn(400, 422);
        assertThat(body(admin.post(cancel, "{\"reason\": \"重复\"}"))
                        .path("state")
                        .path("code")
                        .asString())
                .isEqualTo("CANCELLED");
        HttpResponse<String> again = admin.post(cancel, "{\"reason\": \"重复\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(body(again).path("title").asString()).isEqualTo("The task is closed");
        assertThat(body(admin.get("/api/desk/tasks?state=CANCELLED&" + about))
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void what_is_not_there_or_not_known_is_refused() {
        assertThat(admin.get("/api/desk/tasks/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(admin.get("/api/desk/tasks?assigne=me").statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/desk/tasks?assignee=boss").statusCode()).isEqualTo(422);
        assertThat(admin.post("/api/desk/tasks", """
                {"subject": {"kind": "operator", "id": "%s"}, "text": "x"}
                """.formatted(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(SignedIn.nobody(port).get("/api/desk/tasks").statusCode()).isEqualTo(401);
        assertThat(SignedIn.nobody(port).get("/api/search?q=x").statusCode()).isEqualTo(401);
    }

    @Test
    void a_dispatcher_instructs_and_is_offered_whom_he_may_ask() {
        HttpResponse<String> made = admin.post("/api/desk/tasks", """
                {"subject": {"kind": "operator", "id": "%s"}, "text": "请到现场查看", "priority": "URGENT"}
                """.formatted(operator));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode task = body(made);
        assertThat(task.path("subject").path("title").asString()).isEqualTo("待办试验乳业");
        HttpResponse<String> offered =
                admin.get("/api/desk/assignees?task=" + task.path("id").asString());
        assertThat(offered.statusCode()).as(offered.body()).isEqualTo(200);
        assertThat(body(offered).path("people").isArray()).isTrue();
        assertThat(admin.get("/api/desk/assignees").statusCode()).isEqualTo(422);
    }

    @Test
    void views_drafts_and_preferences_are_kept() {
        HttpResponse<String> made = admin.post("/api/desk/views", """
                {"page": "registry.operators", "name": "厦门乳业", "query": "region=3502", "columns": ["name"], "standard": true}
                """);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String view = made.headers().firstValue("Location").orElseThrow();
        assertThat(admin.get("/api/desk/views?page=registry.operators").body()).contains("厦门乳业");
        HttpResponse<String> changed = admin.send(
                "PUT",
                view,
                "{\"page\": \"registry.operators\", \"name\": \"厦门\", \"query\": \"\"}",
                Map.of("If-Match", "\"1\""));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(admin.delete(view).statusCode()).isEqualTo(204);
        assertThat(admin.delete(view).statusCode()).isEqualTo(404);

        assertThat(admin.put("/api/desk/drafts/registry.operator:new", "{\"nameZh\": \"半\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(body(admin.get("/api/desk/drafts/registry.operator:new"))
                        .path("body")
                        .path("nameZh")
                        .asString())
                .isEqualTo("半");
        assertThat(admin.delete("/api/desk/drafts/registry.operator:new").statusCode())
                .isEqualTo(204);

        JsonNode preferences = body(admin.put("/api/desk/preferences", """
                {"theme": "dark", "notices": {"desk.task-assigned": {"inApp": true, "mail": false}}}
                """));
        assertThat(preferences.path("theme").asString()).isEqualTo("dark");
        assertThat(preferences
                        .path("notices")
                        .valueStream()
                        .filter(kind -> kind.path("kind").asString().equals("desk.task-assigned"))
                        .map(kind ->
                                kind.path("name").asString() + kind.path("mail").asBoolean()))
                .containsExactly("Tasks given to mefalse");
        assertThat(admin.put("/api/desk/preferences", "{\"theme\": \"pink\"}").statusCode())
                .isEqualTo(422);
        assertThat(body(admin.get("/api/desk/notices/unread")).path("unread").asInt())
                .isNotNegative();
        assertThat(admin.get("/api/desk/notices?unread=true").statusCode()).isEqualTo(200);
        assertThat(admin.post("/api/desk/notices/readings", "{\"until\": \"2026-01-01T00:00:00+08:00\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}

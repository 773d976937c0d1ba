package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.suyuan.identity.MovableDays.Days;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.registry.Operators;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.testing.Newcomer;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** People get posts, are moved, stand in for each other; nobody gets around the separation of duties (R3.63, R3.88). */
@PlatformTest
@Import(MovableDays.class)
class PostsApiTests {
    private static final String JIMEI = "350211";
    private static final String SIMING = "350203";

    @LocalServerPort
    int port;

    @Autowired
    Days days;

    @Autowired
    OrganisationRegister register;

    @Autowired
    Operators operators;

    @Test
    void an_officer_who_is_moved_sees_exactly_the_new_rows_with_his_next_request() {
        var admin = SignedIn.administrator(port);
        OperatorId inJimei = bureaux().operator(JIMEI);
        OperatorId inSiming = bureaux().operator(SIMING);
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "inspector");
        assertThat(seen(officer, inJimei)).isEqualTo(200);
        assertThat(seen(officer, inSiming)).isEqualTo(404);

        end(admin, officer.post());
        assertThat(officer.browser().get("/api/identity/session").body())
                .contains("\"permissions\":[]")
                .doesNotContain("\"capacity\":");
        assertThat(seen(officer, inJimei)).isEqualTo(403);
        var given = give(admin, officer.id(), post(bureaux().county(SIMING, null), "inspector"));

        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(seen(officer, inSiming)).isEqualTo(200);
        assertThat(seen(officer, inJimei)).isEqualTo(404);
    }

    @Test
    void a_post_begins_on_its_day_and_not_before() {
        var admin = SignedIn.administrator(port);
        OperatorId inSiming = bureaux().operator(SIMING);
        OrganisationId siming = bureaux().county(SIMING, null);
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "inspector");
        String tomorrow = days.today().plusDays(1).toString();

        var end = "{\"to\": \"%s\", \"reason\": \"调任\"}".formatted(tomorrow);
        assertThat(admin.post("/api/identity/posts/" + officer.post() + "/ends", end)
                        .statusCode())
                .isEqualTo(200);
        var next = """
                {"organisation": "%s", "title": "检查科", "role": "inspector", "from": "%s"}
                """.formatted(siming, tomorrow);
        assertThat(give(admin, officer.id(), next).statusCode()).isEqualTo(201);
        assertThat(seen(officer, inSiming)).isEqualTo(404);

        days.pass(1);
        var nextDay = SignedIn.as(port, officer.username(), Newcomer.PASSWORD);
        assertThat(nextDay.get("/api/registry/operators/" + inSiming).statusCode())
                .isEqualTo(200);
    }

    @Test
    void moving_a_body_moves_what_its_officers_see() {
        var admin = SignedIn.administrator(port);
        OperatorId inJimei = bureaux().operator(JIMEI);
        OperatorId inSiming = bureaux().operator(SIMING);
        OrganisationId body = bureaux().county(JIMEI, null);
        var officer = officerAt(admin, body, "inspector");
        assertThat(seen(officer, inJimei)).isEqualTo(200);

        bureaux().move(body, SIMING, days.today());

        assertThat(seen(officer, inJimei)).isEqualTo(404);
        assertThat(seen(officer, inSiming)).isEqualTo(200);
    }

    @Test
    void a_laboratory_and_an_operator_give_their_own_reach_and_no_more() {
        var admin = SignedIn.administrator(port);
        OperatorId own = bureaux().operator(JIMEI);
        OperatorId other = bureaux().operator(JIMEI);
        var analyst = officerAt(admin, bureaux().laboratory(JIMEI), "laboratory");
        var clerk = Newcomer.join(port, admin, "周芳", """
                {"operator": "%s", "title": "质量部", "role": "operator-staff"}
                """.formatted(own));

        assertThat(analyst.browser().get("/api/identity/session").body()).contains("\"kind\":\"ORGANISATION\"");
        assertThat(seen(analyst, own)).isEqualTo(403);
        assertThat(seen(clerk, own)).isEqualTo(200);
        assertThat(seen(clerk, other)).isEqualTo(404);
    }

    @Test
    void who_administers_access_reads_people_and_roles_and_no_product() {
        var admin = SignedIn.administrator(port);
        OperatorId operator = bureaux().operator(JIMEI);
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "inspector");
        var clerk = accessClerk(admin);

        assertThat(clerk.browser().get("/api/identity/people/" + officer.id()).body())
                .contains("\"email\":\"" + officer.username() + "@example.org\"");
        assertThat(clerk.browser().get("/api/identity/roles").statusCode()).isEqualTo(200);
        for (String path : new String[] {
            "/api/registry/operators/" + operator, "/api/registry/products", "/api/codes/signals", "/api/audit/entries"
        }) {
            assertThat(clerk.browser().get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void nobody_raises_his_own_rights() {
        var admin = SignedIn.administrator(port);
        var clerk = accessClerk(admin);
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "inspector");

        assertThat(give(clerk.browser(), clerk.id(), post(bureaux().county(JIMEI, null), "inspector"))
                        .body())
                .contains("/problems/own-account");
        assertThat(give(clerk.browser(), officer.id(), post(FirstAccounts.PLATFORM, "administrator"))
                        .body())
                .contains("\"rule\":\"separation-of-duties\"");
        assertThat(clerk.browser()
                        .put("/api/identity/roles/access-clerk", role("ACCESS_ADMINISTER", "NOTHING"))
                        .body())
                .contains("/problems/own-role");
        assertThat(clerk.browser()
                        .post("/api/identity/people/" + clerk.id() + "/passwords", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(give(officer.browser(), clerk.id(), post(FirstAccounts.PLATFORM, "state-officer"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void administering_access_and_reading_cases_never_meet_in_one_role_or_one_person() {
        var admin = SignedIn.administrator(port);
        var clerk = accessClerk(admin);
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "inspector");

        assertThat(admin.put("/api/identity/roles/both", role("ACCESS_ADMINISTER\", \"REGISTRY_READ", "ORGANISATION"))
                        .body())
                .contains("\"rule\":\"separation-of-duties\"");
        assertThat(give(admin, clerk.id(), post(bureaux().county(JIMEI, null), "inspector"))
                        .body())
                .contains("\"rule\":\"separation-of-duties\"");
        assertThat(give(admin, officer.id(), post(FirstAccounts.PLATFORM, "access-clerk"))
                        .body())
                .contains("\"rule\":\"separation-of-duties\"");
        assertThat(admin.put("/api/identity/roles/administrator", role("REGISTRY_READ", "EVERYTHING"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_changed_role_counts_from_the_next_request_on() {
        var admin = SignedIn.administrator(port);
        OperatorId operator = bureaux().operator(JIMEI);
        admin.put("/api/identity/roles/trial-reader", role("REGISTRY_READ", "ORGANISATION"));
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "trial-reader");
        assertThat(seen(officer, operator)).isEqualTo(200);

        admin.put("/api/identity/roles/trial-reader", role("ORGANISATIONS_READ", "ORGANISATION"));

        assertThat(seen(officer, operator)).isEqualTo(403);
    }

    @Test
    void a_post_needs_a_place_that_is_there_and_a_role_that_fits_it() {
        var admin = SignedIn.administrator(port);
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "inspector");
        String nowhere = "01900000-0000-7000-8000-00000000ffff";

        assertThat(give(admin, officer.id(), post(OrganisationId.of(nowhere), "inspector"))
                        .body())
                .contains("\"pointer\":\"/organisation\"");
        assertThat(give(admin, officer.id(), """
                {"operator": "%s", "title": "质量部", "role": "operator-staff"}
                """.formatted(nowhere)).body()).contains("\"pointer\":\"/operator\"");
        assertThat(give(admin, officer.id(), post(bureaux().laboratory(JIMEI), "inspector"))
                        .body())
                .contains("\"rule\":\"role-place\"");
        assertThat(give(admin, officer.id(), "{\"title\": \"岗\", \"role\": \"inspector\"}")
                        .body())
                .contains("\"rule\":\"post-place\"");
    }

    @Test
    void a_colleague_stands_in_under_his_own_name_until_it_is_taken_back() {
        var admin = SignedIn.administrator(port);
        OrganisationId city = bureaux().prefecture("3502");
        OrganisationId county = bureaux().county(JIMEI, city);
        OperatorId inSiming = bureaux().operator(SIMING);
        var absent = officerAt(admin, city, "inspector");
        var delegate = officerAt(admin, county, "inspector");
        var stranger = officerAt(admin, bureaux().county(SIMING, null), "inspector");

        assertThat(delegateTo(absent, stranger).body()).contains("\"rule\":\"colleague\"");
        // A superior body's officers may stand in below, not the other way round.
        assertThat(delegateTo(absent, delegate).body()).contains("\"rule\":\"colleague\"");
        var deputy = officerAt(admin, city, "inspector");
        var made = delegateTo(absent, deputy);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(delegateTo(absent, officerAt(admin, city, "inspector")).body())
                .contains("/problems/post-delegated");

        var acting =
                deputy.browser().put("/api/identity/session/capacity", "{\"post\": \"%s\"}".formatted(absent.post()));
        assertThat(acting.body())
                .contains("\"behalfOf\":{\"id\":\"" + absent.id() + "\"", "\"id\":\"" + deputy.id() + "\"");
        assertThat(seen(deputy, inSiming)).isEqualTo(200);
        // What was delegated is not delegated on.
        assertThat(deputy.browser()
                        .post("/api/identity/posts/" + deputy.post() + "/delegations", absence(absent))
                        .body())
                .contains("\"rule\":\"no-chain\"");

        String delegation = made.body().replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
        var revoked = absent.browser()
                .post("/api/identity/delegations/" + delegation + "/revocations", "{\"reason\": \"提前返岗\"}");
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(deputy.browser().get("/api/identity/session").body()).doesNotContain("behalfOf");
    }

    @Test
    void administering_access_is_not_delegated() {
        var admin = SignedIn.administrator(port);
        var clerk = accessClerk(admin);
        var other = accessClerk(admin);

        assertThat(delegateTo(clerk, other).body()).contains("\"rule\":\"not-delegable\"");
    }

    @Test
    void the_directory_shows_names_and_posts_within_scope_and_no_contact_data() {
        var admin = SignedIn.administrator(port);
        OrganisationId city = bureaux().prefecture("3502");
        var chief = officerAt(admin, city, "inspector");
        var officer = officerAt(admin, bureaux().county(JIMEI, city), "inspector");

        assertThat(chief.browser().get("/api/identity/people/" + officer.id()).body())
                .contains("\"role\":{\"code\":\"inspector\"")
                .doesNotContain("email", officer.username());
        assertThat(officer.browser().get("/api/identity/people/" + chief.id()).statusCode())
                .isEqualTo(404);
        assertThat(officer.browser().get("/api/identity/people/" + officer.id()).body())
                .contains("\"email\"");
        assertThat(officer.browser().get("/api/identity/people?count=true").body())
                .contains(officer.id())
                .doesNotContain(chief.id());
        assertThat(officer.browser().get("/api/identity/people?nobody=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void everyone_reads_who_looked_at_his_data_and_decisions_are_recorded() {
        var admin = SignedIn.administrator(port);
        var officer = officerAt(admin, bureaux().county(JIMEI, null), "inspector");
        admin.get("/api/identity/people/" + officer.id());

        assertThat(officer.browser().get("/api/audit/mine").body())
                .contains("\"code\":\"identity.person.read\"", "\"code\":\"identity.post.given\"");
    }

    private Bureaux bureaux() {
        return new Bureaux(register, operators);
    }

    private Newcomer officerAt(SignedIn admin, OrganisationId body, String role) {
        return Newcomer.join(port, admin, "林晓", post(body, role));
    }

    /** The shipped access administrator needs an authenticator app, which is another test's. */
    private Newcomer accessClerk(SignedIn admin) {
        var clerks = admin.put("/api/identity/roles/access-clerk", role("ACCESS_ADMINISTER", "NOTHING"));
        assertThat(clerks.statusCode()).as(clerks.body()).isIn(200, 201);
        return officerAt(admin, FirstAccounts.PLATFORM, "access-clerk");
    }

    private static String role(String permission, String reach) {
        return """
                {"nameZh": "试验", "nameEn": "trial", "permissions": ["%s"], "reach": "%s",
                 "assignableTo": ["platform", "market-regulation"], "secondFactorRequired": false}
                """.formatted(permission, reach);
    }

    private static String post(OrganisationId body, String role) {
        return """
                {"organisation": "%s", "title": "检查科 科员", "role": "%s"}
                """.formatted(body, role);
    }

    private HttpResponse<String> delegateTo(Newcomer absent, Newcomer delegate) {
        return absent.browser().post("/api/identity/posts/" + absent.post() + "/delegations", absence(delegate));
    }

    private String absence(Newcomer delegate) {
        return """
                {"delegate": "%s", "from": "%s", "to": "%s", "reason": "年休假"}
                """.formatted(delegate.id(), days.today(), days.today().plusDays(7));
    }

    private void end(SignedIn admin, String post) {
        var body = "{\"to\": \"%s\", \"reason\": \"调任\"}".formatted(days.today());
        var ended = admin.post("/api/identity/posts/" + post + "/ends", body);
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
    }

    private static HttpResponse<String> give(SignedIn admin, String person, String post) {
        return admin.post("/api/identity/people/" + person + "/posts", post);
    }

    private static int seen(Newcomer person, OperatorId operator) {
        return person.browser().get("/api/registry/operators/" + operator).statusCode();
    }
}

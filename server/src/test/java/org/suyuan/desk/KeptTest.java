package org.suyuan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** What a person keeps for himself: views, drafts, preferences. */
class KeptTest {
    private static final DeskWorld WORLD = new DeskWorld();

    private final SavedViews views = WORLD.get(SavedViews.class);
    private final Drafts drafts = WORLD.get(Drafts.class);
    private final Preferences preferences = WORLD.get(Preferences.class);
    private final OrganisationId huli = WORLD.staff.office("湖里区市场监督管理局", "/35/3502/350206/", null);
    private final OrganisationId jimei = WORLD.staff.office("集美区市场监督管理局", "/35/3502/350211/", null);
    private final Actor lin = WORLD.staff.officer("林晓", huli);
    private final Actor chen = WORLD.staff.officer("陈默", huli);
    private final Actor wu = WORLD.staff.officer("吴萍", jimei);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void a_view_is_ones_own_until_it_is_shared_with_the_organisation() {
        SavedViews.View own = views.save(lin, view("本区乳业", false, true));
        assertThat(views.list(chen, "registry.operators")).isEmpty();
        SavedViews.View shared =
                views.change(lin, own.id(), v -> {}, view("本区乳业", true, true)).orElseThrow();
        assertThat(shared.version()).isEqualTo(2);
        SavedViews.View seen = views.list(chen, "registry.operators").getFirst();
        assertThat(seen.own()).isFalse();
        assertThat(seen.owner()).isEqualTo("林晓");
        assertThat(seen.view().standard())
                .as("what opens first is each one's own choice")
                .isFalse();
        assertThat(views.list(wu, null)).isEmpty();
        assertThat(views.change(chen, own.id(), v -> {}, view("改", false, false)))
                .isEmpty();
        assertThat(views.drop(chen, own.id())).isFalse();
        assertThat(views.drop(lin, own.id())).isTrue();
    }

    @Test
    void one_view_of_a_page_opens_first_and_no_two_have_one_name() {
        SavedViews.View first = views.save(wu, view("甲", false, true));
        views.save(wu, view("乙", false, true));
        assertThat(views.list(wu, "registry.operators"))
                .extracting(v -> v.view().name() + v.view().standard())
                .containsExactlyInAnyOrder("甲false", "乙true");
        assertThatThrownBy(() -> views.save(wu, view("甲", false, false)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(DeskProblem.VIEW_EXISTS));
        assertThatThrownBy(() -> view(" ", false, false)).isInstanceOf(InvalidInput.class);
        assertThat(views.change(wu, UUID.randomUUID(), v -> {}, first.view())).isEmpty();
    }

    @Test
    void a_draft_is_kept_for_thirty_days_and_is_nobody_elses() {
        drafts.save(lin, "organisations:new", "{\"name\": \"新\"}");
        drafts.save(lin, "organisations:new", "{\"name\": \"新局\"}");
        assertThat(drafts.find(lin, "organisations:new").orElseThrow().body()).contains("新局");
        assertThat(drafts.list(lin)).hasSize(1);
        assertThat(drafts.find(chen, "organisations:new")).isEmpty();
        assertThatThrownBy(() -> drafts.save(lin, "big", "\"" + "a".repeat(Drafts.BODY_BYTES_MAX) + "\""))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> drafts.save(lin, "../x", "1")).isInstanceOf(InvalidInput.class);
        WORLD.clock.advance(Duration.ofDays(30));
        assertThat(drafts.find(lin, "organisations:new")).isEmpty();
        assertThat(drafts.sweep()).isEqualTo(1);
    }

    @Test
    void preferences_are_read_back_as_chosen_and_refuse_what_does_not_exist() {
        assertThat(preferences.of(chen)).isEqualTo(Settings.USUAL);
        Settings settings = new Settings(
                "en",
                "dark",
                Map.of(DeskNotices.OPENED, NoticeKind.Channels.BOTH),
                Map.of("registry.operators", List.of("name", "region")));
        assertThat(preferences.choose(chen, settings)).isEqualTo(settings);
        assertThat(preferences.of(chen)).isEqualTo(settings);
        assertThat(preferences.of(lin)).isEqualTo(Settings.USUAL);
        Settings unknown = new Settings(null, null, Map.of("desk.nothing", NoticeKind.Channels.BOTH), Map.of());
        assertThatThrownBy(() -> preferences.choose(chen, unknown)).isInstanceOf(InvalidInput.class);
    }

    private static SavedViews.Draft view(String name, boolean shared, boolean standard) {
        return new SavedViews.Draft(
                "registry.operators", name, "region=350206&kind=dairy", List.of("name", "uscc"), shared, standard);
    }
}

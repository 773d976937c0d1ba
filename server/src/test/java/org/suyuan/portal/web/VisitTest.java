package org.suyuan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.suyuan.portal.Journey.Stop;

/** How events become entries that a person can read on a phone. */
class VisitTest {
    private static final String PLANT = "https://id.gs1.org/414/6901234567892";
    private static final String SHOP = "https://id.gs1.org/414/6901234567908";

    @Test
    void steps_at_one_place_on_one_day_are_one_entry_about_the_first_that_matters() {
        List<Visit> visits = Visit.of(List.of(
                stop("packing", PLANT, "2026-09-07T02:00:00Z"),
                stop("shipping", PLANT, "2026-09-07T03:00:00Z"),
                stop("receiving", SHOP, "2026-09-07T09:00:00Z"),
                stop("stocking", SHOP, "2026-09-07T10:00:00Z")));
        assertThat(visits).extracting(visit -> visit.main().bizStep()).containsExactly("shipping", "receiving");
        assertThat(visits).extracting(visit -> visit.stops().size()).containsExactly(2, 2);
    }

    @Test
    void minor_steps_of_another_day_are_told_with_what_follows_at_their_place_and_else_with_what_was_before() {
        List<Visit> visits = Visit.of(List.of(
                stop("packing", PLANT, "2026-09-07T08:00:00Z"),
                stop("shipping", PLANT, "2026-09-07T22:30:00Z"),
                stop("receiving", SHOP, "2026-09-09T00:00:00Z"),
                stop("unpacking", SHOP, "2026-09-12T00:00:00Z")));
        assertThat(visits).extracting(visit -> visit.stops().size()).containsExactly(2, 2);
    }

    @Test
    void a_sale_is_an_entry_of_its_own_and_no_step_is_lost() {
        List<Visit> visits = Visit.of(List.of(
                stop("receiving", SHOP, "2026-09-09T00:00:00Z"),
                stop("stocking", SHOP, "2026-09-09T01:00:00Z"),
                stop("retail_selling", SHOP, "2026-09-09T04:00:00Z")));
        assertThat(visits).extracting(visit -> visit.main().bizStep()).containsExactly("receiving", "retail_selling");
        assertThat(visits.stream().mapToInt(visit -> visit.stops().size()).sum())
                .isEqualTo(3);
    }

    @Test
    void steps_at_no_known_place_stay_apart() {
        assertThat(Visit.of(List.of(
                        stop("receiving", null, "2026-09-09T00:00:00Z"),
                        stop("stocking", null, "2026-09-09T01:00:00Z"))))
                .hasSize(2);
    }

    private static Stop stop(String bizStep, @Nullable String place, String at) {
        return new Stop("ni:///sha-256;" + at, Instant.parse(at), "ObjectEvent", bizStep, null, place, null, List.of());
    }
}

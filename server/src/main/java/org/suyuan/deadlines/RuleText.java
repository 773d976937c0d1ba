package org.suyuan.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.calendar.Budget;

/**
 * What a rule says.
 *
 * @param code the same for all versions of a rule: {@code complaint-acceptance}
 * @param begins the event whose day is not counted: {@code 收到投诉之日}
 * @param validFrom first day on which a clock that starts takes this version
 * @param validTo first day on which it holds no longer; null: until a later version
 * @param citation act and article
 */
public record RuleText(
        String code,
        String name,
        String nameEn,
        String begins,
        String beginsEn,
        Budget budget,
        List<Rung> rungs,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String citation,
        Evidence evidence,
        @Nullable String note) {
    public RuleText {
        rungs = List.copyOf(rungs);
    }
}

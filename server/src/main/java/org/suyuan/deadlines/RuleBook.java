package org.suyuan.deadlines;

import java.time.LocalDate;
import java.util.Optional;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** The rules as they are kept. */
public interface RuleBook {
    void draft(Rule rule);

    Optional<Rule> find(RuleId id);

    /** The version of a rule that a clock starting on the day takes. */
    Optional<Rule> inForce(String code, LocalDate on);

    Page<Rule> list(RuleFilter filter, PageRequest page);

    /** False when somebody else just decided. */
    boolean decide(RuleId id, boolean approved, Signature decision);
}

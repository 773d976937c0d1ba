package org.suyuan.codes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;

/** The kept verifications and what follows from them for each unit. */
public interface VerificationLog {
    /** What is known of a unit's checks; {@link UnitChecks#NONE} for a unit never checked. */
    UnitChecks checks(String unit);

    /** The same for many, locked until the end of the transaction. Units never checked are absent. */
    Map<String, UnitChecks> lockChecks(Collection<String> units);

    /** In bulk. */
    void append(List<VerificationRecord> verifications);

    /** Replaces, in bulk. */
    void saveChecks(Map<String, UnitChecks> checks);

    /** Checks of one unit, newest first. */
    Page<VerificationRecord> history(String unit, PageRequest page);
}

package org.suyuan.events;

import java.time.Instant;
import org.suyuan.epcis.unit.TraceUnit;

/** Contract for the story of one unit; implemented by {@code trace}, used where a code is verified. */
public interface UnitStories {
    /** What is known of a unit and the packages it was in, up to a time. Bounded; says when it is cut. */
    UnitStory story(TraceUnit unit, Instant at);
}

package org.suyuan.organisations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;

/**
 * One line of a body's history; never altered.
 *
 * @param number grows with every decision of the platform: of two on one day the later counts
 * @param from the day it takes effect, past or future
 * @param byName name of whoever decided, on that day; {@code byCapacity} the body and title he acted in, if any
 * @param legalBasis clause or document cited, if any
 */
public record Decision(
        long number,
        LocalDate from,
        Change change,
        Instant decidedAt,
        ActorId by,
        String byName,
        @Nullable String byCapacity,
        String reason,
        @Nullable String legalBasis) {}

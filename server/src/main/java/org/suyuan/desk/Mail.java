package org.suyuan.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.suyuan.shared.ActorId;

/**
 * A letter on its way.
 *
 * @param id makes its Message-ID, the same at every attempt, so that a reader who gets it twice sees it once
 * @param attempts made so far, this one included once it is claimed
 */
public record Mail(
        UUID id, ActorId person, String address, Locale language, NewNotice told, Instant at, int attempts) {}

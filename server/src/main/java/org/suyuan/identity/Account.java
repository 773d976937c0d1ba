package org.suyuan.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;

/**
 * A person's account. What he may do is not here: it comes from the post he acts in, see {@link Capacities}.
 *
 * @param username lower case
 * @param revision grows with every change of what is kept about the person; his ETag
 * @param deactivatedAt null while the account is good for logging in
 */
record Account(
        ActorId id,
        String username,
        String displayName,
        Contact contact,
        Password password,
        int revision,
        Instant createdAt,
        @Nullable Instant deactivatedAt) {

    /**
     * Seen by the person himself and by those who administer access.
     *
     * @param locale language of his notices, {@code zh-CN} or {@code en}
     */
    record Contact(@Nullable String email, @Nullable String phone, String locale) {
        static final String LOCALE_DEFAULT = "zh-CN";
        static final Contact NONE = new Contact(null, null, LOCALE_DEFAULT);
    }

    /**
     * @param hash Argon2id with its parameters and salt; null until the person accepted his invitation
     * @param oneTime set by somebody else, to be replaced at the first login
     * @param revision grows with every change
     */
    record Password(@Nullable String hash, boolean oneTime, int revision) {
        /** Nobody's yet: no password is right. */
        static final Password NONE = new Password(null, false, 1);
    }

    enum Status {
        INVITED,
        ACTIVE,
        DEACTIVATED
    }

    boolean isActive() {
        return deactivatedAt == null;
    }

    Status status() {
        if (!isActive()) {
            return Status.DEACTIVATED;
        }
        return password.hash() == null ? Status.INVITED : Status.ACTIVE;
    }

    /** What the person has to do before he may do anything else; null for nothing. */
    @Nullable
    Duty mustDo() {
        return password.oneTime() ? Duty.CHANGE_PASSWORD : null;
    }
}

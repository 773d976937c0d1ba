package org.suyuan.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.CodedName;

/**
 * A person as the API shows him. Names and posts are the directory's; contact data and the account are shown to those who
 * administer access and to the person himself.
 *
 * @param posts in lists those held today; in details also earlier and later ones, for those who see the account
 * @param locale language of notices
 * @param allowedActions only in details
 */
record PersonView(
        String id,
        String name,
        CodedName status,
        List<PostView> posts,
        @Nullable String username,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable Instant createdAt,
        @Nullable Instant deactivatedAt,
        @Nullable List<AllowedPersonAction> allowedActions) {

    /** @param reason in the reader's language, absent when allowed */
    record AllowedPersonAction(
            String action, boolean allowed, @Nullable String reason) {}
}

package org.suyuan.deadlines.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.suyuan.deadlines.DraftState;
import org.suyuan.deadlines.Signature;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.web.Revision;

/** What the controllers of deadlines answer alike. */
final class Answers {
    static final String BASE = "/api/deadlines";

    private Answers() {}

    /** Who drafted or decided. */
    record SignatureView(
            @Nullable String by,
            String name,
            OffsetDateTime at,
            @Nullable String reason) {
        static @Nullable SignatureView of(@Nullable Signature signature) {
            if (signature == null) {
                return null;
            }
            ActorId by = signature.by();
            return new SignatureView(
                    by == null ? null : by.toString(),
                    signature.name(),
                    Words.time(signature.at()),
                    signature.reason());
        }

        static SignatureView required(Signature signature) {
            ActorId by = signature.by();
            return new SignatureView(
                    by == null ? null : by.toString(), signature.name(), Words.time(signature.at()), null);
        }
    }

    /** @param reason why not, in the reader's language; null when allowed */
    record AllowedAction(
            String action, boolean allowed, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    record RequiredReason(String reason) {}

    /** Approving and rejecting a draft: by whom, and that nobody approves his own (R3.87). */
    static List<AllowedAction> decisions(Actor actor, DraftState state, Signature drafted, Words words, Locale locale) {
        List<AllowedAction> actions = new ArrayList<>();
        String general = null;
        if (!actor.may(Permission.RULES_APPROVE)) {
            general = "deadlines.reason.no-approve";
        } else if (state != DraftState.DRAFT) {
            general = "deadlines.reason.decided";
        }
        String own = general == null && actor.id().equals(drafted.by()) ? "deadlines.reason.own-draft" : general;
        actions.add(action("approve", own, words, locale));
        actions.add(action("reject", general, words, locale));
        return actions;
    }

    private static AllowedAction action(String action, @Nullable String refusal, Words words, Locale locale) {
        return new AllowedAction(action, refusal == null, refusal == null ? null : words.say(refusal, locale));
    }

    /** A draft is revision 1, what is decided revision 2 and does not change any more. */
    static Revision revision(DraftState state) {
        return new Revision(state == DraftState.DRAFT ? 1 : 2);
    }

    static <V> ResponseEntity<V> detail(V view, Revision revision) {
        return ResponseEntity.ok().eTag(revision.etag()).body(view);
    }

    /** Also for what the actor may not see. */
    static Problem notFound(String id) {
        return new Problem(CommonProblem.NOT_FOUND, "nothing with id " + id);
    }

    /** An id in a path; what is no id is not found. */
    static UUID pathId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw notFound(text);
        }
    }
}

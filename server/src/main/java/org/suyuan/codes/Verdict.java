package org.suyuan.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Rule;

/**
 * What a verification answers. When several are true the first of this order leads and the others follow it:
 * {@link Malformed}, {@link NotIssuedHere}, {@link Withdrawn}, {@link NotYetCommissioned}, {@link Suspicious},
 * {@link AlreadySold}, then {@link Genuine} or {@link Recorded}. Health goes before money, so that a recalled item is
 * called recalled even when its code was copied; {@code docs/design/codes.md} argues each place.
 */
public sealed interface Verdict {

    /** The code names no unit. */
    record Malformed(Rule rule, String detail, int position) implements Verdict {}

    /** The code was never issued: a misprint, or a counterfeit. */
    record NotIssuedHere(Reason reason) implements Verdict {
        public enum Reason {
            /** Made to look like a code of this platform, but its position was never issued. */
            NEVER_ISSUED,
            /** The four check digits of a supervision code are not those that its key gives. */
            WRONG_CHECK_DIGITS,
            /** Issued elsewhere or nowhere: nobody has reported anything about it. */
            NO_RECORD
        }
    }

    /**
     * Must not be sold or used.
     *
     * @param since when that was decided or done
     * @param reference event or decision that says so
     * @param via null for the unit itself, else the lot or package that it concerns
     */
    record Withdrawn(
            Kind kind,
            Instant since,
            String reference,
            @Nullable String via) implements Verdict {
        public enum Kind {
            RECALLED,
            /** Taken from the market for another reason (退市). */
            WITHDRAWN,
            EXPIRED,
            DAMAGED,
            STOLEN,
            DESTROYED,
            /** Used up as an ingredient or part of something else. */
            CONSUMED,
            /** The code was taken off its item. */
            DECOMMISSIONED
        }
    }

    /** Issued, but its producer has not reported that it is on an item. */
    record NotYetCommissioned() implements Verdict {}

    /** The code must be on more than one item. */
    record Suspicious(Suspicion suspicion) implements Verdict {}

    /**
     * Sold to a consumer before: genuine for who bought it there, a copied code for everybody else.
     *
     * @param place canonical URI of the place, if the event names one
     */
    record AlreadySold(Instant at, @Nullable String place) implements Verdict {}

    /** Issued here, put on an item, and nothing speaks against it. */
    record Genuine(boolean firstCheck) implements Verdict {}

    /**
     * Known by what was reported about it, but nothing proves that the thing in the hand is the one reported: its code
     * was not issued here, or stands on many things alike.
     */
    record Recorded(Of what) implements Verdict {
        public enum Of {
            FOREIGN_ITEM,
            LOT,
            LOGISTIC_UNIT,
            PRODUCT,
            OTHER
        }
    }

    default VerdictCode code() {
        return switch (this) {
            case Malformed _ -> VerdictCode.MALFORMED;
            case NotIssuedHere _ -> VerdictCode.NOT_ISSUED_HERE;
            case Withdrawn _ -> VerdictCode.WITHDRAWN;
            case NotYetCommissioned _ -> VerdictCode.NOT_YET_COMMISSIONED;
            case Suspicious _ -> VerdictCode.SUSPICIOUS;
            case AlreadySold _ -> VerdictCode.ALREADY_SOLD;
            case Genuine _ -> VerdictCode.GENUINE;
            case Recorded _ -> VerdictCode.RECORDED;
        };
    }

    /** The name of the sub-case, where there is one. */
    default @Nullable String subCase() {
        return switch (this) {
            case Malformed(Rule rule, String _, int _) -> rule.name();
            case NotIssuedHere(NotIssuedHere.Reason reason) -> reason.name();
            case Withdrawn withdrawn -> withdrawn.kind().name();
            case Suspicious(Suspicion.TooOften _) -> "TOO_OFTEN";
            case Suspicious(Suspicion.TooFarApart _) -> "TOO_FAR_APART";
            case Recorded(Recorded.Of what) -> what.name();
            case NotYetCommissioned _, AlreadySold _, Genuine _ -> null;
        };
    }
}

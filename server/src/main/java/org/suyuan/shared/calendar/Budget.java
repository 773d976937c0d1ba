package org.suyuan.shared.calendar;

/**
 * How long a legal limit is. The day it starts is never counted (SAMR Order 121 Art 45); hours run by the clock, holidays
 * included.
 */
public sealed interface Budget {
    /** No limit in the law comes near; beyond it an amount is a slip of the pen. */
    int AMOUNT_MAX = 10_000;

    /** What is counted: the whole number in front of the unit. */
    int amount();

    /** 工作日. Always ends on a working day. */
    record WorkingDays(int amount) implements Budget {
        public WorkingDays {
            check(amount);
        }
    }

    /** 日（自然日）: every day counts; what happens when the last one is a rest day is the rule's choice. */
    record NaturalDays(int amount, Shift shift) implements Budget {
        public NaturalDays {
            check(amount);
        }

        /** With the shift we take unless a rule says otherwise. */
        public NaturalDays(int amount) {
            this(amount, Shift.NON_WORKING_DAY);
        }
    }

    /** 小时. */
    record Hours(int amount) implements Budget {
        public Hours {
            check(amount);
        }
    }

    /** Which last days move a natural-day limit to the first day after that is not of the kind. */
    enum Shift {
        /** It ends on the day it ends. */
        NONE,
        /** Only a day that a notice declares as rest (法定节假日 in the words of Order 121 Art 45, which does not name weekends). */
        DECLARED_REST,
        /** Any day that is no working day: the default. */
        NON_WORKING_DAY
    }

    private static void check(int amount) {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("amount: " + amount + " (expected: 1 … " + AMOUNT_MAX + ")");
        }
    }
}

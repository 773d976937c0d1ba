package org.suyuan.desk;

/**
 * A kind of notice; a module that sends notices has a bean of this type for each. Title and body are in its catalogue under
 * {@code notice.<code>} and {@code notice.<code>.body}, with the notice's arguments.
 *
 * @param code {@code module.what-happened}
 * @param usual where it goes for a person who has chosen nothing
 */
public record NoticeKind(String code, Channels usual) {

    /** Where a person wants to be told; neither is a choice, too. */
    public record Channels(boolean inApp, boolean mail) {
        public static final Channels IN_APP = new Channels(true, false);
        public static final Channels BOTH = new Channels(true, true);
    }
}

package org.suyuan.shared;

/** One kind of problem a module can answer with (RFC 9457); implemented by one enum a module. */
public interface ProblemType {
    /** Stable and lower-case with hyphens, for example {@code product-exists}; last part of the type URI. */
    String code();

    /** HTTP status, 400 … 599. */
    int status();

    Fault fault();

    /** Key of the title in the message catalogues {@code i18n/<module>}. */
    default String titleKey() {
        return "problem." + code();
    }

    /** Whose fault it is: tells a client whether trying again makes sense. */
    enum Fault {
        CALLER,
        CONFLICT,
        OURS
    }
}

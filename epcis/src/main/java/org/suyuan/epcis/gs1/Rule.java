package org.suyuan.epcis.gs1;

/**
 * The rule that a written identifier breaks. The constants are stable: catalogues of text explain each one to the person
 * who typed or scanned it, and clients of the API see the names.
 */
public enum Rule {
    /** Nothing but blanks. */
    EMPTY,
    /** Longer than any identifier can be. */
    TOO_LONG,
    /** The check digit (or check character pair) does not fit the rest: mistyped, misread or invented. */
    CHECK_DIGIT,
    /** Too few or too many characters. */
    LENGTH,
    /** A character that may not stand here. */
    CHARSET,
    /** A number that is not a GS1 Application Identifier. */
    UNKNOWN_AI,
    /** Attributes such as a batch or a date without the key (GTIN, SSCC, …) that they describe. */
    MISSING_KEY,
    /** The parts stand in an order that the standard does not allow. */
    ORDER,
    /** The same Application Identifier twice with different values. */
    REPEATED,
    /** Two Application Identifiers that exclude each other. */
    EXCLUDED,
    /** An Application Identifier that needs another one beside it. */
    REQUIRED,
    /** An Application Identifier that may not stand in the query of a Digital Link. */
    NOT_AN_ATTRIBUTE,
    /** No such day or time. */
    DATE,
    /** A value that its Application Identifier does not allow, such as piece 3 of 2. */
    VALUE,
    /** Brackets, dots, slashes or blanks are not where this spelling wants them. */
    STRUCTURE,
    /** An EPC URN of a scheme that does not exist. */
    UNKNOWN_SCHEME,
    /** The company prefix does not have 6 to 12 digits. */
    COMPANY_PREFIX,
    /** No spelling that we know. */
    UNRECOGNISED
}

package org.suyuan.benchmarks;

/**
 * How much of everything. The quick form answers in under three minutes on two cores; the full one shows whether the
 * figures hold when tables and indexes outgrow the caches.
 *
 * @param rounds of ours and the baseline in turn; the median counts
 * @param issueSeconds of one round of issuing codes
 * @param documents of 10 000 items a round
 * @param warmUpDocuments before the first round; the server's JVM compiles meanwhile
 * @param packingDocuments of 10 000 items in cases of 24, a round
 * @param singleDocuments of 500 single-item events a round
 * @param loadSeconds of one round of as many requests as the server takes
 * @param paceSeconds at the given pace
 * @param pace requests a second
 * @param histories items whose history is asked for; also how often each list is
 * @param listed rows of the scoped list
 */
record Volumes(
        String form,
        int rounds,
        double issueSeconds,
        int documents,
        int warmUpDocuments,
        int packingDocuments,
        int singleDocuments,
        int loadSeconds,
        int paceSeconds,
        int pace,
        int histories,
        int listed) {

    /** Items of one capture document. */
    static final int DOCUMENT_ITEMS = 10_000;

    /** Single-item events of one capture document. */
    static final int DOCUMENT_EVENTS = 500;

    /** Codes of the one batch that all items come from. */
    static final long ISSUED = 1_000_000_000L;

    /** Clients that capture, and connections that the baseline copies through. */
    static final int CAPTURE_CLIENTS = 2;

    static Volumes of(String form) {
        return switch (form) {
            case "quick" -> new Volumes(form, 5, 0.5, 20, 30, 4, 12, 2, 10, 1_000, 500, 100_000);
            case "full" -> new Volumes(form, 11, 2, 200, 60, 20, 100, 10, 60, 1_000, 5_000, 1_000_000);
            // The full volume of one table, without the hour before it.
            case "lists" -> new Volumes(form, 11, 2, 200, 60, 20, 100, 10, 60, 1_000, 300, 1_000_000);
            // Proves that everything runs; its figures mean nothing.
            case "smoke" -> new Volumes(form, 2, 0.05, 2, 2, 1, 1, 1, 2, 200, 20, 5_000);
            default -> throw new IllegalArgumentException("form: " + form + " (expected: quick, full, lists or smoke)");
        };
    }

    /** Captured in the rounds that are measured. */
    long items() {
        return (long) rounds * documents * DOCUMENT_ITEMS;
    }

    /** Whether only the scoped lists are measured, at the full volume. */
    boolean onlyLists() {
        return form.equals("lists");
    }

    /** The first items of the batch are packed, one warm-up round of them included. */
    long packedItems() {
        return (rounds + 1L) * packingDocuments * DOCUMENT_ITEMS;
    }
}

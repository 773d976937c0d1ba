package org.suyuan.shared.access;

import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;

/** How far an actor sees. Applied inside the stores, the same for list, count, export and dropdown (design §6). */
public sealed interface Scope {
    /** The whole platform. */
    record Everything() implements Scope {}

    /**
     * A region and all below it.
     *
     * @param path materialised path of the region, for example {@code /35/3502/350212/}; the nation is {@code /}
     */
    record Jurisdiction(String path) implements Scope {
        public Jurisdiction {
            if (!path.startsWith("/") || !path.endsWith("/")) {
                throw new IllegalArgumentException("path: " + path + " (expected: starts and ends with /)");
            }
        }

        /**
         * The first text after all paths that begin with the given one. Stores ask {@code column ~>=~ path AND column ~<~
         * after(path)}: a range and not a LIKE, so that prepared statements use the index whatever the parameter.
         */
        public static String after(String path) {
            return path.substring(0, path.length() - 1) + AFTER_SLASH;
        }

        /** The character after the slash that ends every path. */
        private static final char AFTER_SLASH = '/' + 1;
    }

    /** What one operator owns or took part in. */
    record OwnOperator(OperatorId operator) implements Scope {}

    /**
     * What an organisation without a jurisdiction is given to do: a laboratory's work orders, an association's cases. It
     * sees no region and no operator by this alone.
     */
    record OwnOrganisation(OrganisationId organisation) implements Scope {}

    /** Nothing: the public, and those who administer access. */
    record Nothing() implements Scope {}
}

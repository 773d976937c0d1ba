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

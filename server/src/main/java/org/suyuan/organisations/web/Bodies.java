package org.suyuan.organisations.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationRegister.Founding;
import org.suyuan.organisations.OrganisationRegister.Order;

/** What the decisions about bodies state in their requests. */
final class Bodies {
    private Bodies() {}

    /**
     * @param level for types with levels
     * @param region code of a region; the nation when absent
     * @param parent id of the body it stands directly below
     * @param code unified social credit code
     * @param from first day of its life
     */
    record Found(
            String name,
            @Nullable String shortName,
            String type,
            @Nullable OrganisationLevel level,
            @Nullable String region,
            @Nullable String parent,
            @Nullable String code,
            LocalDate from,
            String reason,
            @Nullable String legalBasis) {
        Founding founding() {
            return new Founding(
                    name,
                    shortName,
                    type,
                    level,
                    region,
                    Ids.body("/parent", parent),
                    code,
                    new Order(from, reason, legalBasis));
        }
    }

    record Rename(
            String name,
            @Nullable String shortName,
            LocalDate from,
            String reason,
            @Nullable String legalBasis) {
        Order order() {
            return new Order(from, reason, legalBasis);
        }
    }

    /** What is absent stays. */
    record Move(
            @Nullable String parent,
            @Nullable String region,
            @Nullable OrganisationLevel level,
            LocalDate from,
            String reason,
            @Nullable String legalBasis) {
        Order order() {
            return new Order(from, reason, legalBasis);
        }
    }

    record Reclassify(
            String type,
            @Nullable OrganisationLevel level,
            LocalDate from,
            String reason,
            @Nullable String legalBasis) {
        Order order() {
            return new Order(from, reason, legalBasis);
        }
    }

    /** @param into id of the body that takes over */
    record Merge(
            String into,
            LocalDate from,
            String reason,
            @Nullable String legalBasis) {
        Order order() {
            return new Order(from, reason, legalBasis);
        }
    }

    record Close(LocalDate from, String reason, @Nullable String legalBasis) {
        Order order() {
            return new Order(from, reason, legalBasis);
        }
    }
}

package org.suyuan.organisations.store;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.organisations.Change;
import org.suyuan.organisations.Facts;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationRegister.Order;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Place;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

/** Decisions as the audit trail takes them. */
final class Deeds {
    private Deeds() {}

    static Deed of(Organisation body, Change change, Order order) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("from", order.from().toString());
        switch (change) {
            case Change.Founded(Facts founded) -> {
                facts.put("type", founded.type());
                facts.put("region", founded.place().code());
            }
            case Change.Renamed(String name, String shortName) -> facts.put("name", name);
            case Change.Moved(OrganisationId parent, Place place, OrganisationLevel level) -> {
                put(facts, "parent", parent);
                put(facts, "region", place == null ? null : place.code());
                put(facts, "level", level);
            }
            case Change.Followed(Place place) -> facts.put("region", place.code());
            case Change.Reclassified(String type, OrganisationLevel level) -> {
                facts.put("type", type);
                put(facts, "level", level);
            }
            case Change.Merged(OrganisationId into) -> facts.put("into", into.toString());
            case Change.Closed closed -> {}
        }
        String verb = change.kind().name().toLowerCase(Locale.ROOT);
        Subject subject =
                Subject.of("organisation", body.id().toString(), body.name()).in(body.regionPath());
        return Deed.of("organisations.organisation." + verb, subject, facts)
                .because(order.reason(), order.legalBasis());
    }

    static Deed of(OrganisationType added) {
        return Deed.of(
                "organisations.type.added",
                Subject.of("organisation-type", added.code(), added.nameZh()),
                Map.of("authority", String.valueOf(added.authority()), "levelled", String.valueOf(added.levelled())));
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}

package org.suyuan.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.shared.Amount;

/**
 * The way of a thing: what it was made of, then its own stops.
 *
 * @param supplies lots and ingredients upstream, the earliest first
 * @param stops own events and those of the packages it was in, in order of time
 * @param sites every registered place that is named, by its URI
 * @param truncated whether bounds cut something off
 */
public record Journey(
        List<Supply> supplies, List<Stop> stops, Map<String, PublicSite> sites, boolean truncated) {
    public static final Journey NONE = new Journey(List.of(), List.of(), Map.of(), false);

    public Journey {
        supplies = List.copyOf(supplies);
        stops = List.copyOf(stops);
        sites = Map.copyOf(sites);
    }

    public Optional<PublicSite> site(@Nullable String place) {
        return place == null ? Optional.empty() : Optional.ofNullable(sites.get(place));
    }

    /**
     * One event as the public sees it.
     *
     * @param type EPCIS event type, for example {@code ObjectEvent}
     * @param bizStep bare CBV word or a sender's own URI
     * @param disposition likewise
     * @param place canonical URI
     * @param to canonical URI of where the goods are sent
     * @param via packages through which the event concerns the thing, innermost first
     */
    public record Stop(
            String eventId,
            Instant time,
            String type,
            @Nullable String bizStep,
            @Nullable String disposition,
            @Nullable String place,
            @Nullable String to,
            List<TraceUnit> via) {
        public Stop {
            via = List.copyOf(via);
        }
    }

    /**
     * Something that went into the thing, directly or through what it was made of.
     *
     * @param unit usually a lot
     * @param amount what was used of it, where stated
     */
    public record Supply(
            TraceUnit unit,
            @Nullable PublicProduct product,
            @Nullable Amount amount,
            List<Stop> stops) {
        public Supply {
            stops = List.copyOf(stops);
        }

        public Instant since() {
            return stops.isEmpty() ? Instant.MAX : stops.getFirst().time();
        }
    }
}

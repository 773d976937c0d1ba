package org.suyuan.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.registry.PublicFacts;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.access.Actor;

/** Finds who took part in an event and where it happened, so that scope can be applied to it ever after (design §6). */
@Component
class Participants {
    private final PublicFacts facts;

    Participants(PublicFacts facts) {
        this.facts = facts;
    }

    /** One look-up for all places of a document. */
    Found of(Collection<EpcisEvent> events, Actor actor) {
        Set<String> places = events.stream().flatMap(Participants::places).collect(Collectors.toSet());
        return new Found(sites(places), actor.operator());
    }

    private Map<String, PublicFacts.PublicSite> sites(Set<String> places) {
        Map<String, PublicFacts.PublicSite> sites = new HashMap<>();
        List<String> asked = List.copyOf(places);
        for (int from = 0; from < asked.size(); from += PublicFacts.ASKED_MAX) {
            sites.putAll(facts.sites(asked.subList(from, Math.min(from + PublicFacts.ASKED_MAX, asked.size()))));
        }
        return sites;
    }

    record Found(Map<String, PublicFacts.PublicSite> sites, Optional<OperatorId> capturedFor) {
        List<OperatorId> parties(EpcisEvent event) {
            Set<OperatorId> parties = new LinkedHashSet<>();
            capturedFor.ifPresent(parties::add);
            places(event)
                    .map(sites::get)
                    .filter(Objects::nonNull)
                    .map(PublicFacts.PublicSite::operator)
                    .forEach(parties::add);
            return List.copyOf(parties);
        }

        @Nullable
        String regionPath(EpcisEvent event) {
            return where(event)
                    .map(sites::get)
                    .filter(Objects::nonNull)
                    .map(PublicFacts.PublicSite::regionPath)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Where the things are afterwards counts before where they were seen. */
    private static Stream<String> where(EpcisEvent event) {
        return Stream.of(event.bizLocation(), event.readPoint())
                .flatMap(Optional::stream)
                .map(Gs1Uri::canonicalOrSame);
    }

    private static Stream<String> places(EpcisEvent event) {
        var why = event.core().why();
        return Stream.of(
                        where(event),
                        why.sourceList().stream().map(source -> Gs1Uri.canonicalOrSame(source.source())),
                        why.destinationList().stream()
                                .map(destination -> Gs1Uri.canonicalOrSame(destination.destination())))
                .flatMap(stream -> stream);
    }
}

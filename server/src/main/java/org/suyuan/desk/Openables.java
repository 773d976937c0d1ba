package org.suyuan.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Openable;

/** What tasks can be about, and who could open it. */
@Component
class Openables {
    private final Map<String, Openable> byKind;

    Openables(List<Openable> all) {
        this.byKind = all.stream().collect(Collectors.toUnmodifiableMap(Openable::kind, Function.identity()));
    }

    boolean knows(String kind) {
        return byKind.containsKey(kind);
    }

    Optional<Permission> needs(String kind) {
        return Optional.ofNullable(byKind.get(kind)).map(Openable::needs);
    }

    Optional<Openable.Opened> open(Actor actor, String kind, String id) {
        return Optional.ofNullable(byKind.get(kind))
                .filter(openable -> actor.may(openable.needs()))
                .flatMap(openable -> openable.open(actor, id));
    }

    boolean couldOpen(Actor actor, Link subject) {
        return open(actor, subject.kind(), subject.id()).isPresent();
    }
}

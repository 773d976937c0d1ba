package org.suyuan.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.search.Openable;

/** Something that tasks can be about: a thing in a region, open to who sees the region. */
final class Cases implements Openable {
    private final Map<String, String> regions = new LinkedHashMap<>();

    Link at(String regionPath) {
        String id = "case-" + (regions.size() + 1);
        regions.put(id, regionPath);
        return new Link(kind(), id, "案件 " + id);
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public Permission needs() {
        return Permission.SIGNALS_READ;
    }

    @Override
    public Optional<Opened> open(Actor actor, String id) {
        String region = regions.get(id);
        if (region == null) {
            return Optional.empty();
        }
        boolean sees = actor.scope() instanceof Scope.Everything
                || actor.scope() instanceof Scope.Jurisdiction(String path) && region.startsWith(path);
        return sees ? Optional.of(new Opened(kind(), id, "案件 " + id, region)) : Optional.empty();
    }
}

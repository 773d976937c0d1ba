package org.suyuan.registry.store;

import java.util.List;
import org.springframework.stereotype.Repository;
import org.suyuan.registry.RegionMove;
import org.suyuan.registry.RegionMove.Step;
import org.suyuan.registry.RegionPaths;
import org.suyuan.shared.access.FollowsRegions;

/** Hands moves of regions on to the modules that may not know the registry. */
@Repository
class LowerPaths implements RegionPaths {
    private final List<FollowsRegions> followers;

    LowerPaths(List<FollowsRegions> followers) {
        this.followers = List.copyOf(followers);
    }

    @Override
    public long moved(RegionMove move) {
        List<String> from = move.steps().stream().map(Step::from).toList();
        List<String> to = move.steps().stream().map(Step::to).toList();
        return followers.stream()
                .mapToLong(follower -> follower.moved(from, to))
                .sum();
    }
}

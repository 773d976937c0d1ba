package org.suyuan.registry;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.web.Actors;

/** Actors of the registry's tests; how people log in is {@code identity}'s to test. */
@TestConfiguration(proxyBeanMethods = false)
class TestActors {
    static final String HEADER = "Test-Actor";

    private static final Map<String, Actor> KNOWN = new ConcurrentHashMap<>();

    static final Actor MINISTRY = actor("ministry", new Scope.Everything());
    static final Actor READER = actor("reader", new Scope.Everything(), Permission.REGISTRY_READ);
    static final Actor XIAMEN = actor("xiamen", new Scope.Jurisdiction("/35/3502/"));
    static final Actor JIMEI = actor("jimei", new Scope.Jurisdiction("/35/3502/350211/"));
    static final Actor XINGLIN_TOWNSHIP = actor("xinglin", new Scope.Jurisdiction("/35/3502/350211/350211003/"));
    static final Actor NOBODY = actor("nobody", new Scope.Nothing());

    static Actor ofOperator(OperatorId operator) {
        return actor("operator-" + operator, new Scope.OwnOperator(operator));
    }

    static Actor actor(String name, Scope scope, Permission... permissions) {
        Set<Permission> granted = permissions.length == 0
                ? Set.of(Permission.REGISTRY_READ, Permission.REGISTRY_WRITE)
                : Set.of(permissions);
        Actor actor = new Actor(new ActorId(UUID.randomUUID()), name, granted, scope);
        KNOWN.put(name, actor);
        return actor;
    }

    @Bean
    @Primary
    Actors actorsByHeader() {
        return request -> {
            String name = request.getHeader(HEADER);
            return name == null ? Actors.PUBLIC : KNOWN.getOrDefault(name, Actors.PUBLIC);
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain openForTests(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/registry/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}

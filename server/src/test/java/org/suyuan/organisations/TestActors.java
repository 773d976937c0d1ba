package org.suyuan.organisations;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.web.Actors;

/** Requests whose actor is the one named in a header; how people log in is {@code identity}'s to test. */
@TestConfiguration(proxyBeanMethods = false)
class TestActors {
    static final String HEADER = "Test-Actor";
    static final Actor READER = Bodies.actor("reader", new Scope.Nothing(), Permission.ORGANISATIONS_READ);

    private static final Map<String, Actor> KNOWN = Stream.of(Bodies.MINISTRY, Bodies.XIAMEN, READER)
            .collect(Collectors.toMap(Actor::name, Function.identity()));

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
        return http.securityMatcher("/api/organisations/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}

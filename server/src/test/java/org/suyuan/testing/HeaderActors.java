package org.suyuan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.web.Actors;

/**
 * Requests whose actor is the one named in a header, for tests of what a module answers to whom; how people log in is
 * {@code identity}'s to test. To be imported by a {@link PlatformTest}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class HeaderActors {
    private static final String HEADER = "Test-Actor";
    private static final Map<String, Actor> KNOWN = new ConcurrentHashMap<>();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
        return http.securityMatcher("/api/deadlines/**", "/api/files/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    public static Actor actor(Scope scope, Permission... permissions) {
        ActorId id = new ActorId(UUID.randomUUID());
        Actor actor = new Actor(id, "person-" + id, Set.of(permissions), scope);
        KNOWN.put(actor.name(), actor);
        return actor;
    }

    /** One request in English; headers by name and value, one after the other. */
    public static HttpResponse<byte[]> send(
            int port, Actor actor, String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body)
                .header(HEADER, actor.name())
                .setHeader("Accept-Language", "en");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.suyuan.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * One method on one path of the platform, found among the handlers and not in a list that somebody would have to keep.
 *
 * @param variant tells handlers of the same method and path apart by what they read, for example
 *     {@code " (multipart/form-data)"}; empty where there is one handler
 */
record Endpoint(String method, String path, String variant, MediaType body, HandlerMethod handler) {
    /** A variable of a path, with the path before it: {@code /api/registry/operators/{id}} names one thing, whatever follows. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z]+)(:[^/]*)?}");

    String name() {
        return method + " " + path + variant;
    }

    /** The path up to and including each of its variables. */
    List<String> variables() {
        List<String> variables = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            variables.add(path.substring(0, variable.end()));
        }
        return variables;
    }

    static List<Endpoint> all(List<RequestMappingInfoHandlerMapping> mappings) {
        List<Endpoint> found = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (handler.getBeanType().getName().startsWith("org.suyuan.")) {
                    found.addAll(of(info, handler));
                }
            });
        }
        Map<String, Set<MediaType>> bodies = new HashMap<>();
        found.forEach(endpoint ->
                bodies.computeIfAbsent(endpoint.name(), name -> new TreeSet<>()).add(endpoint.body()));
        Map<String, Endpoint> byName = new HashMap<>();
        for (Endpoint endpoint : found) {
            Endpoint named = Objects.requireNonNull(bodies.get(endpoint.name())).size() == 1
                    ? endpoint
                    : endpoint.told(" (" + endpoint.body() + ")");
            byName.putIfAbsent(named.name(), named);
        }
        return byName.values().stream()
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(Endpoint::method)
                        .thenComparing(Endpoint::variant))
                .toList();
    }

    private Endpoint told(String variant) {
        return new Endpoint(method, path, variant, body, handler);
    }

    private static List<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
        Set<MediaType> consumed = info.getConsumesCondition().getConsumableMediaTypes();
        MediaType body = consumed.isEmpty()
                ? MediaType.APPLICATION_JSON
                : sent(consumed.iterator().next());
        List<Endpoint> endpoints = new ArrayList<>();
        for (String path : info.getPatternValues()) {
            for (String method : methods(info)) {
                endpoints.add(new Endpoint(method, path, "", body, handler));
            }
        }
        return endpoints;
    }

    /** A handler may read a whole family of types; a request has one. */
    private static MediaType sent(MediaType read) {
        return read.isWildcardSubtype() ? MediaType.APPLICATION_OCTET_STREAM : read;
    }

    private static Set<String> methods(RequestMappingInfo info) {
        Set<String> methods = new TreeSet<>();
        info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .forEach(methods::add);
        return methods.isEmpty() ? Set.of("GET", "POST") : methods;
    }
}

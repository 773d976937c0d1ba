package org.suyuan.access;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.json.JsonMapper;

/** The least that an endpoint reads without complaint about its shape: what a use case then says is what we want to hear. */
final class MinimalBody {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEPTH_MAX = 5;

    private MinimalBody() {}

    static String of(Endpoint endpoint) {
        for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return JSON.writeValueAsString(value(parameter.getGenericParameterType(), 0));
            }
        }
        return endpoint.body().isCompatibleWith(MediaType.APPLICATION_JSON) ? "{}" : "";
    }

    /** Parameters without which the handler is not even called. */
    static String query(Endpoint endpoint) {
        Map<String, String> query = new LinkedHashMap<>();
        for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null
                    && asked.required()
                    && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                    && Nullness.forMethodParameter(parameter) != Nullness.NULLABLE) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                String name = asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name();
                query.put(name, String.valueOf(value(parameter.getGenericParameterType(), 0)));
            }
        }
        return query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .reduce((all, next) -> all + "&" + next)
                .map(all -> "?" + all)
                .orElse("");
    }

    private static @Nullable Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return Map.class.isAssignableFrom((Class<?>) generic.getRawType()) ? Map.of() : List.of();
        }
        if (!(type instanceof Class<?> plain) || depth > DEPTH_MAX) {
            return null;
        }
        if (plain.isRecord()) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (RecordComponent member : plain.getRecordComponents()) {
                if (Nullness.forMethodParameter(MethodParameter.forParameter(canonical(plain, member)))
                        != Nullness.NULLABLE) {
                    members.put(member.getName(), value(member.getGenericType(), depth + 1));
                }
            }
            return members;
        }
        if (plain.isEnum()) {
            return String.valueOf(plain.getEnumConstants()[0]);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return false;
        }
        if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
            return 1;
        }
        if (plain == UUID.class || plain == String.class) {
            return "01900000-0000-7000-8000-00000000ffff"; // most texts that have to mean something are ids
        }
        if (plain == LocalDate.class) {
            return "2026-11-30";
        }
        if (plain == Instant.class || plain == OffsetDateTime.class) {
            return "2026-11-30T08:00:00+08:00";
        }
        return Collection.class.isAssignableFrom(plain) ? List.of() : "xxx";
    }

    private static Parameter canonical(Class<?> record, RecordComponent member) {
        RecordComponent[] members = record.getRecordComponents();
        Class<?>[] types = new Class<?>[members.length];
        int index = 0;
        for (int i = 0; i < members.length; i++) {
            types[i] = members[i].getType();
            if (members[i].getName().equals(member.getName())) {
                index = i;
            }
        }
        try {
            return record.getDeclaredConstructor(types).getParameters()[index];
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.suyuan.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;

/**
 * Refuses query parameters that the handler does not declare: a misspelt filter that is ignored silently shows the whole
 * list as if it were the filtered one (api.md "Lists"). A handler that takes the whole request or a parameter map
 * declares that it reads all of them itself.
 */
final class UnknownParameters implements HandlerInterceptor {
    private static final List<Class<? extends Annotation>> NOT_FROM_QUERY =
            List.of(PathVariable.class, RequestBody.class, RequestHeader.class, RequestPart.class, CookieValue.class);

    private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, Declared> known = new ConcurrentHashMap<>();

    /** What one handler reads from the query. */
    private sealed interface Declared {
        record Everything() implements Declared {}

        record Names(Set<String> names) implements Declared {}
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query == null || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        switch (known.computeIfAbsent(method.getMethod(), _ -> declared(method))) {
            case Declared.Everything() -> {}
            case Declared.Names(Set<String> declared) -> refuseOthers(query, declared);
        }
        return true;
    }

    private static void refuseOthers(String query, Set<String> declared) {
        List<FieldError> errors = new ArrayList<>();
        for (String name : QueryString.names(query)) {
            if (!declared.contains(name)) {
                String expected = "expected one of: " + String.join(", ", new TreeSet<>(declared));
                errors.add(new FieldError(name, null, "unknown-parameter", expected));
            }
        }
        if (!errors.isEmpty()) {
            throw new Problem(
                    CommonProblem.MALFORMED,
                    "unknown parameter: " + errors.getFirst().pointer(),
                    errors);
        }
    }

    private Declared declared(HandlerMethod method) {
        Set<String> declared = new HashSet<>();
        declared.add(Languages.PARAMETER);
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(names);
            Class<?> type = parameter.getParameterType();
            if (readsRequestItself(type)) {
                return new Declared.Everything();
            }
            if (type == PageRequest.class) {
                declared.addAll(Arguments.PAGE_PARAMETERS);
            } else if (parameter.hasParameterAnnotation(RequestParam.class) || BeanUtils.isSimpleProperty(type)) {
                addName(parameter, declared);
            } else if (type.isRecord() && NOT_FROM_QUERY.stream().noneMatch(parameter::hasParameterAnnotation)) {
                for (RecordComponent component : type.getRecordComponents()) {
                    declared.add(component.getName());
                }
            }
        }
        return new Declared.Names(Set.copyOf(declared));
    }

    private static boolean readsRequestItself(Class<?> type) {
        return HttpServletRequest.class.isAssignableFrom(type)
                || WebRequest.class.isAssignableFrom(type)
                || HttpEntity.class.isAssignableFrom(type) && type != HttpEntity.class
                || Map.class.isAssignableFrom(type);
    }

    private static void addName(MethodParameter parameter, Set<String> declared) {
        if (NOT_FROM_QUERY.stream().anyMatch(parameter::hasParameterAnnotation)) {
            return;
        }
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation != null && !annotation.name().isEmpty()) {
            declared.add(annotation.name());
        } else if (annotation != null && !annotation.value().isEmpty()) {
            declared.add(annotation.value());
        } else if (parameter.getParameterName() != null) {
            declared.add(parameter.getParameterName());
        }
    }
}

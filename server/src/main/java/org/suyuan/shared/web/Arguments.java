package org.suyuan.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** What controllers may simply ask for: {@link Actor}, {@link PageRequest}, {@link IfMatch}. */
final class Arguments implements HandlerMethodArgumentResolver {
    /** Query parameters of every list (api.md "Lists"). */
    static final Set<String> PAGE_PARAMETERS = Set.of("limit", "cursor", "count");

    private final Actors actors;

    Arguments(Actors actors) {
        this.actors = actors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Actor.class || type == PageRequest.class || type == IfMatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Class<?> type = parameter.getParameterType();
        if (type == PageRequest.class) {
            return page(request);
        }
        if (type == IfMatch.class) {
            return new IfMatch(request.getHeader(HttpHeaders.IF_MATCH));
        }
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        return servletRequest == null ? Actors.PUBLIC : actors.of(servletRequest);
    }

    private static PageRequest page(NativeWebRequest request) {
        return new PageRequest(limit(request), request.getParameter("cursor"), count(request));
    }

    private static int limit(NativeWebRequest request) {
        String limit = request.getParameter("limit");
        if (limit == null) {
            return PageRequest.LIMIT_DEFAULT;
        }
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw InvalidInput.of("limit", limit, "range", "expected: 1 … " + PageRequest.LIMIT_MAX);
        }
    }

    private static boolean count(NativeWebRequest request) {
        String count = request.getParameter("count");
        if (count == null || count.equals("false")) {
            return false;
        }
        if (count.equals("true")) {
            return true;
        }
        throw InvalidInput.of("count", count, "type", "expected: true or false");
    }
}

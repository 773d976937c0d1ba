package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.TooManyRequests;
import org.suyuan.shared.web.Problems;

/** How the security filters say no: in problems like everyone else, and at the token endpoint in RFC 6749's words. */
@Component
class Refusals {
    private final Problems problems;
    private final BearerTokenAuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();

    Refusals(Problems problems) {
        this.problems = problems;
    }

    /** 401, with the challenge that RFC 6750 §3 asks for: what is wrong with the token if there was one. */
    void loginRequired(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        bearer.commence(request, response, e);
        String detail = e instanceof OAuth2AuthenticationException token
                        && token.getError().getDescription() != null
                ? token.getError().getDescription()
                : "a session or an access token is needed";
        problems.write(request, response, new Problem(CommonProblem.LOGIN_REQUIRED, detail));
    }

    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        Problem problem = e instanceof CsrfException
                ? new Problem(
                        IdentityProblem.CSRF_TOKEN, "expected: the value of cookie XSRF-TOKEN in header X-XSRF-TOKEN")
                : new Problem(CommonProblem.FORBIDDEN, "not permitted");
        problems.write(request, response, problem);
    }

    /** RFC 6749 §5.2; waiting is a problem of ours with its {@code Retry-After}. */
    void ofClient(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof TooManyRequests wait) {
            problems.write(request, response, wait);
            return;
        }
        String code = e instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        boolean wrongClient = code.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        response.setStatus(wrongClient ? 401 : 400);
        if (wrongClient && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"suyuan\"");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"error\":\"" + code + "\"}");
    }
}

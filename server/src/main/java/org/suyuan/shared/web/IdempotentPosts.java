package org.suyuan.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/**
 * {@code Idempotency-Key} on POSTs under {@code /api}: the same key and body get the same answer, the same key with
 * another body is 422 (api.md "Detail answers").
 *
 * <p>The key's row and everything the handler writes commit in one transaction, so there is no moment at which the work
 * is done and the answer forgotten. Two requests with one key at the same time meet at the row: the second waits, then
 * repeats the first one's answer. Only successes are remembered; a refusal changed nothing and may be tried again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10) // after security, which knows the actor
class IdempotentPosts extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    /** Tells a caller that the answer is the remembered one. */
    static final String REPLAYED = "Idempotency-Replayed";
    /** Bodies are held in memory to be compared; bulk goes through imports, which resume by themselves. */
    static final int BODY_BYTES_MAX = 1 << 20;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    /** Answers here hold secrets shown once, which no table may keep. Names are unique there, so a retry makes no double. */
    private static final String SECRETS = "/api/identity/";

    private final Actors actors;
    private final IdempotencyKeys keys;
    private final PlatformTransactionManager transactions;
    private final Problems problems;

    IdempotentPosts(Actors actors, IdempotencyKeys keys, PlatformTransactionManager transactions, Problems problems) {
        this.actors = actors;
        this.keys = keys;
        this.transactions = transactions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getHeader(HEADER) == null
                || !request.getMethod().equals("POST")
                || !path.startsWith("/api/")
                || path.startsWith(SECRETS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = actors.of(request);
        if (actor.equals(Actors.PUBLIC)) {
            chain.doFilter(request, response); // strangers have no key space of their own
            return;
        }
        try {
            answerOnce(actor, request, response, chain);
        } catch (Problem problem) {
            problems.write(request, response, problem);
        }
    }

    private void answerOnce(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        HeldRequest held = HeldRequest.of(request, BODY_BYTES_MAX);
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        boolean committed = false;
        try {
            Optional<IdempotencyKeys.Answer> earlier = keys.claim(actor.id(), key, held.hash());
            ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
            if (earlier.isPresent()) {
                replay(earlier.get(), response);
            } else {
                chain.doFilter(held, answer);
                if (isSuccess(answer.getStatus())) {
                    keys.remember(actor.id(), key, answerOf(answer));
                    transactions.commit(transaction);
                    committed = true;
                }
            }
            answer.copyBodyToResponse();
        } finally {
            if (!committed && !transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
        }
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            throw InvalidInput.of(HEADER, key, "idempotency-key", "expected: 1 … 200 visible ASCII characters");
        }
        return key;
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    private static IdempotencyKeys.Answer answerOf(ContentCachingResponseWrapper answer) {
        if (answer.getContentSize() > BODY_BYTES_MAX) {
            throw new Problem(
                    CommonProblem.TOO_LARGE, "answers to remember may have at most " + BODY_BYTES_MAX + " bytes");
        }
        return new IdempotencyKeys.Answer(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                answer.getContentAsByteArray());
    }

    private static void replay(IdempotencyKeys.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.etag());
        }
        response.getOutputStream().write(answer.body());
    }
}

package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.PostId;

/**
 * Who a session belongs to. The session holds the account's id, its password revision and the post chosen, nothing more;
 * account and posts are read for every request, so that a deactivation, a move, a changed role or a new password takes
 * effect at once.
 */
@Component
class SessionLogins implements SecurityContextRepository {
    private static final String ATTRIBUTE = "account";
    private static final String POST = "post";

    private final Accounts accounts;
    private final Capacities capacities;

    SessionLogins(Accounts accounts, Capacities capacities) {
        this.accounts = accounts;
        this.capacities = capacities;
    }

    /** Starts a session that carries nothing over from the one before (session fixation). */
    void start(HttpServletRequest request, Account account) {
        end(request);
        request.getSession(true).setAttribute(ATTRIBUTE, token(account));
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<Account> account(HttpServletRequest request) {
        String token = token(request);
        if (token == null) {
            return Optional.empty();
        }
        ActorId id = ActorId.of(token.substring(0, token.indexOf('/')));
        return accounts.byId(id)
                .filter(Account::isActive)
                .filter(account -> token(account).equals(token));
    }

    /** The post that the person chose for this session; null before he did. */
    @Nullable
    PostId chosen(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(POST) instanceof String post ? PostId.of(post) : null;
    }

    /** From the next request on the person acts in this post, as long as it is his to act in. */
    void choose(HttpServletRequest request, PostId post) {
        request.getSession(true).setAttribute(POST, post.toString());
    }

    private static String token(Account account) {
        return account.id() + "/" + account.password().revision();
    }

    private static @Nullable String token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String token ? token : null;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; the deferred form builds on it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        HttpServletRequest request = holder.getRequest();
        return account(request)
                .map(account -> capacities.actorOf(account, chosen(request)))
                .<SecurityContext>map(actor -> new SecurityContextImpl(new ActorAuthentication(actor)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** Nothing to save: {@link #start} is the only way to log in. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request) != null;
    }
}

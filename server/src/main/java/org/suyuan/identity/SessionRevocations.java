package org.suyuan.identity;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.identity.LoginSessions.LoginSession;
import org.suyuan.identity.SessionLogins.Login;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;

/** Seeing where somebody is logged in, and ending it. */
@Component
class SessionRevocations {
    private static final String REVOKED = "identity.session.revoked";

    private final LoginSessions sessions;
    private final Accounts accounts;
    private final AuditTrail audit;

    SessionRevocations(LoginSessions sessions, Accounts accounts, AuditTrail audit) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
    }

    List<LoginSession> own(Login login) {
        return sessions.of(login.account());
    }

    @Transactional
    void one(Actor actor, Login login, SessionId id) {
        Account account = login.account();
        if (!sessions.end(id, account.id(), account.id())) {
            throw new Problem(CommonProblem.NOT_FOUND, "session " + id);
        }
        audit.decided(actor, Deed.of(REVOKED, People.subject(account), Map.of("session", id.toString())));
    }

    @Transactional
    int others(Actor actor, Login login) {
        Account account = login.account();
        int ended = sessions.endAll(account.id(), login.session().id(), account.id());
        audit.decided(actor, Deed.of(REVOKED, People.subject(account), Map.of("sessions", Integer.toString(ended))));
        return ended;
    }

    List<LoginSession> of(Actor actor, ActorId person) {
        actor.require(Permission.ACCESS_ADMINISTER);
        return sessions.of(person(person));
    }

    @Transactional
    int all(Actor actor, ActorId person) {
        actor.require(Permission.ACCESS_ADMINISTER);
        Account account = person(person);
        int ended = sessions.endAll(account.id(), null, actor.id());
        audit.decided(actor, Deed.of(REVOKED, People.subject(account), Map.of("sessions", Integer.toString(ended))));
        return ended;
    }

    private Account person(ActorId id) {
        return accounts.byId(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "person " + id));
    }
}

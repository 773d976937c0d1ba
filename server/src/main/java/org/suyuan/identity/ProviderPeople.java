package org.suyuan.identity;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.identity.IdentityProviders.Provider;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;

/**
 * Whom a provider vouches for. It says who comes; it never makes people. They are known by the subject that an
 * administrator entered, or at their first login by an e-mail address that the provider has verified and that exactly one
 * person here has.
 */
@Component
class ProviderPeople {
    private final ExternalLogins externalLogins;
    private final Accounts accounts;
    private final Capacities capacities;
    private final AuditTrail audit;

    ProviderPeople(ExternalLogins externalLogins, Accounts accounts, Capacities capacities, AuditTrail audit) {
        this.externalLogins = externalLogins;
        this.accounts = accounts;
        this.capacities = capacities;
        this.audit = audit;
    }

    @Transactional
    Optional<Account> find(Provider provider, OidcUser user) {
        String subject = Objects.requireNonNull(user.getSubject());
        Optional<ActorId> known = externalLogins.find(provider.id(), subject);
        return known.or(() -> linkByEmail(provider, user, subject))
                .flatMap(accounts::byId)
                .filter(Account::isActive);
    }

    private Optional<ActorId> linkByEmail(Provider provider, OidcUser user, String subject) {
        if (!Boolean.TRUE.equals(user.getEmailVerified()) || user.getEmail() == null) {
            return Optional.empty();
        }
        Optional<ActorId> person = externalLogins
                .byEmail(user.getEmail())
                .filter(account -> externalLogins.link(account, provider.id(), subject, null));
        person.flatMap(accounts::byId).ifPresent(account -> {
            Actor self = capacities.standing(account, null).actor();
            Map<String, String> facts = Map.of("provider", provider.id());
            audit.decided(self, Deed.of("identity.external-login.linked", People.subject(account), facts));
        });
        return person;
    }
}

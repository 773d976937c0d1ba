package org.suyuan.identity;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.Scope;

/**
 * The accounts that nobody can create because nobody is there yet: the first administrator, at the first start, and the
 * demo world's client, whenever its secret is given.
 */
@Component
class FirstAccounts implements ApplicationRunner {
    static final String ADMINISTRATOR = "admin";
    static final String DEMO_CLIENT = "demo-producer";
    /** The platform's own operator, which the migrations of module {@code organisations} found. */
    static final OrganisationId PLATFORM = OrganisationId.of("01900000-0000-7000-8000-000000000001");

    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);

    private final Accounts accounts;
    private final Posts posts;
    private final Clients clients;
    private final Passwords passwords;
    private final Clock clock;
    private final String adminPassword;
    private final String demoClientSecret;

    FirstAccounts(
            Accounts accounts,
            Posts posts,
            Clients clients,
            Passwords passwords,
            Clock clock,
            @Value("${suyuan.admin.password:}") String adminPassword,
            @Value("${suyuan.demo.client-secret:}") String demoClientSecret) {
        this.accounts = accounts;
        this.posts = posts;
        this.clients = clients;
        this.passwords = passwords;
        this.clock = clock;
        this.adminPassword = adminPassword;
        this.demoClientSecret = demoClientSecret;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (accounts.isEmpty()) {
            createAdministrator(System.out);
        }
        if (!demoClientSecret.isEmpty()) {
            createDemoClient(demoClientSecret);
        }
    }

    /**
     * A generated password goes to the console and nowhere else: written straight to standard output, because the log may
     * be kept in files.
     */
    private void createAdministrator(PrintStream console) {
        String made = adminPassword.isEmpty() ? passwords.generate() : null;
        String password = made == null ? checked(adminPassword) : made;
        Account administrator = administrator(passwords.hash(password));
        boolean created = accounts.insert(administrator, null);
        if (created) {
            posts.insert(post(administrator), null, null, clock.instant());
        }
        if (created && made != null) {
            console.printf(
                    "%n*** First administrator: %s   password: %s   (shown this once; change it after logging in)%n%n",
                    ADMINISTRATOR, made);
            console.flush();
        }
    }

    /** Who sets it by hand may be trying things out: a weak one is taken, and told. */
    private static String checked(String password) {
        try {
            PasswordRules.check("SUYUAN_ADMIN_PASSWORD", password, ADMINISTRATOR);
        } catch (InvalidInput weak) {
            log.warn(
                    "SUYUAN_ADMIN_PASSWORD is weak ({}); change it before anyone else can reach this platform",
                    weak.errors().getFirst().message());
        }
        return password;
    }

    private Account administrator(String hash) {
        return new Account(
                new ActorId(Uuid7.next(clock)),
                ADMINISTRATOR,
                "平台管理员",
                Account.Contact.NONE,
                new Account.Password(hash, false, 1),
                1,
                clock.instant(),
                null);
    }

    private Post post(Account administrator) {
        return new Post(
                new PostId(Uuid7.next(clock)),
                administrator.id(),
                new Workplace.Body(PLATFORM),
                "平台管理员",
                Role.ADMINISTRATOR,
                LocalDate.ofInstant(clock.instant(), Capacities.ZONE),
                null);
    }

    /** May call everything but sees nothing until the demo world binds it to its operator. A new secret replaces the old. */
    private void createDemoClient(String secret) {
        Optional<Client> known = clients.byClientId(DEMO_CLIENT);
        if (known.isEmpty()) {
            clients.insert(demoClient(passwords.hash(secret)), null);
        } else if (!passwords.matches(secret, known.get().secretHash())) {
            clients.changeSecret(DEMO_CLIENT, passwords.hash(secret), null);
        }
    }

    private Client demoClient(String hash) {
        return new Client(
                new ActorId(Uuid7.next(clock)),
                DEMO_CLIENT,
                "Demo producer 示例生产者",
                hash,
                null,
                EnumSet.allOf(ApiScope.class),
                new Scope.Nothing(),
                clock.instant(),
                null,
                null,
                null);
    }
}

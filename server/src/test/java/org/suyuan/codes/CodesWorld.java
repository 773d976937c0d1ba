package org.suyuan.codes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.suyuan.desk.Staff;
import org.suyuan.epcis.gs1.CheckDigit;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.Operator;
import org.suyuan.registry.OperatorDraft;
import org.suyuan.registry.Operators;
import org.suyuan.registry.Product;
import org.suyuan.registry.ProductDraft;
import org.suyuan.registry.Products;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.testing.SettableClock;
import org.suyuan.testing.TestPostgres;

/** Codes and the registry on a real database, without a web server: a clock that can be set, and stories that can be told. */
final class CodesWorld implements AutoCloseable {
    static final Instant START = Instant.parse("2026-09-12T02:00:00Z");
    static final Actor STATE = actor(new Scope.Everything());

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static @Nullable CodesWorld shared;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final ToldStories stories;
    final SettableClock clock;

    private CodesWorld(DataSource database, Path home) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("suyuan.home", home.toString())));
        context.registerBean("database", DataSource.class, () -> database);
        context.register(Wiring.class);
        context.refresh();
        stories = get(ToldStories.class);
        clock = get(SettableClock.class);
    }

    /** For tests that bring their own products and leave clock and keys alone. */
    static synchronized CodesWorld shared() {
        CodesWorld world = shared;
        if (world == null) {
            world = on(TestPostgres.freshDatabase(), freshHome());
            shared = world;
            Runtime.getRuntime().addShutdownHook(new Thread(world::close));
        }
        return world;
    }

    static CodesWorld fresh() {
        return on(TestPostgres.freshDatabase(), freshHome());
    }

    static CodesWorld on(DataSource database, Path home) {
        return new CodesWorld(database, home);
    }

    static Path freshHome() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-homes")), "codes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    static Actor actor(Scope scope) {
        return actor(scope, EnumSet.allOf(Permission.class));
    }

    static Actor actor(Scope scope, Set<Permission> permissions) {
        return new Actor(new ActorId(UUID.randomUUID()), "测试员", permissions, scope);
    }

    Operator operator(String region) {
        return get(Operators.class)
                .register(
                        STATE,
                        new OperatorDraft(
                                null,
                                "青禾乳业" + NUMBERS.incrementAndGet(),
                                "Qinghe Dairy",
                                List.of("dairy"),
                                region,
                                null,
                                null,
                                null,
                                null,
                                null,
                                LocalDate.parse("2020-01-01"),
                                null,
                                null));
    }

    Product product() {
        return product(operator("350206"), nextGtin());
    }

    Product product(Operator operator, @Nullable Gtin gtin) {
        return get(Products.class)
                .register(
                        STATE,
                        new ProductDraft(
                                operator.id().toString(),
                                gtin == null ? null : gtin.value(),
                                gtin == null ? "OWN-" + NUMBERS.incrementAndGet() : null,
                                "纯牛奶 250 mL",
                                "Whole milk 250 mL",
                                "dairy-product",
                                "250 mL",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    static Gtin nextGtin() {
        return new Gtin(CheckDigit.append("0692%09d".formatted(NUMBERS.incrementAndGet())));
    }

    CodeBatch issue(Product product, CodeKind kind, long quantity) {
        return get(CodeBatches.class).issue(STATE, new BatchRequest(product.id(), null, kind, quantity, null, null));
    }

    /** The code at a place of a batch, as it is printed. */
    String code(CodeBatch batch, long index) {
        Series series = get(IssuedSeries.class).find(batch.series()).orElseThrow();
        return series.code(batch.from() + index);
    }

    VerificationAnswer verify(String text, Source source) {
        return get(Verifications.class).verify(text, source, clock.instant());
    }

    /** Waits until all that was recorded is in the database. */
    void settle() {
        get(VerificationRecorder.class).write();
    }

    @Override
    public void close() {
        context.close();
    }

    /** What was decided, in order; how a real trail is kept is audit's to test. */
    static final class Trail implements AuditTrail {
        final List<Deed> deeds = new CopyOnWriteArrayList<>();

        @Override
        public void decided(Actor actor, Deed deed) {
            deeds.add(deed);
        }

        @Override
        public void read(Actor actor, Deed deed) {}
    }

    /** No {@code @Configuration}: the platform's own scan must not find it. */
    @EnableTransactionManagement
    @ComponentScan(
            basePackages = {
                "org.suyuan.codes",
                "org.suyuan.deadlines",
                "org.suyuan.desk",
                "org.suyuan.organisations",
                "org.suyuan.registry"
            },
            excludeFilters = {
                @ComponentScan.Filter(TestConfiguration.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.(web|job)\\..*)"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|Tests|World)(\\$.*)?")
            })
    static class Wiring {
        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        NamedParameterJdbcTemplate template(DataSource database) {
            return new NamedParameterJdbcTemplate(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        SettableClock clock() {
            return new SettableClock(START);
        }

        @Bean
        Staff staff() {
            return new Staff();
        }

        @Bean
        Trail trail() {
            return new Trail();
        }

        @Bean
        HeardSignals heardSignals() {
            return new HeardSignals();
        }

        @Bean
        ToldStories stories() {
            return new ToldStories();
        }
    }
}

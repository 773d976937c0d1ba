package org.suyuan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.testing.TestPostgres;

/** The desk on a real database, without a web server: staff, cases and a clock that can be set. */
final class DeskWorld implements AutoCloseable {
    /** A Tuesday morning in China. */
    static final Instant START = Instant.parse("2026-09-15T01:00:00Z");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final Staff staff;
    final Cases cases;
    final Hands clock;
    final Trail trail;

    DeskWorld() {
        this(Map.of());
    }

    DeskWorld(Map<String, Object> properties) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean("database", DataSource.class, TestPostgres::freshDatabase);
        context.register(Wiring.class);
        context.refresh();
        staff = get(Staff.class);
        cases = get(Cases.class);
        clock = get(Hands.class);
        trail = get(Trail.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A clock whose hands the test turns. */
    static final class Hands extends Clock {
        private volatile Instant now = START;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return Horizon.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone");
        }
    }

    /** What was decided, in order. */
    static final class Trail implements AuditTrail {
        record Entry(Actor actor, Deed deed) {}

        final List<Entry> entries = new ArrayList<>();

        @Override
        public void decided(Actor actor, Deed deed) {
            entries.add(new Entry(actor, deed));
        }

        @Override
        public void read(Actor actor, Deed deed) {}

        List<String> actions() {
            return entries.stream().map(entry -> entry.deed().action()).toList();
        }
    }

    /** No {@code @Configuration}: the platform's own scan must not find it. */
    @EnableTransactionManagement
    @ComponentScan(
            basePackages = "org.suyuan.desk",
            excludeFilters = {
                @ComponentScan.Filter(TestConfiguration.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\..*|Scheduling|UntilMerged)")
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
        MessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames("i18n/desk");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        Hands clock() {
            return new Hands();
        }

        @Bean
        Staff staff() {
            return new Staff();
        }

        @Bean
        Cases cases() {
            return new Cases();
        }

        @Bean
        Trail trail() {
            return new Trail();
        }
    }
}

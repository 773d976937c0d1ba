package org.suyuan.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock. Its ticks are microseconds, as PostgreSQL keeps them: what is written reads back equal. */
@Configuration(proxyBeanMethods = false)
class SystemClock {
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Bean
    static Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), TICK);
    }
}

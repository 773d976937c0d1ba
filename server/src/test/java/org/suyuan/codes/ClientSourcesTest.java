package org.suyuan.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.testing.SettableClock;

class ClientSourcesTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-09-12T02:00:00Z"));
    private final ClientAddresses addresses = new ClientAddresses(clock);

    @Test
    void an_address_becomes_a_pseudonym_that_lasts_a_day() {
        String pseudonym = addresses.pseudonym("203.0.113.7");
        assertThat(pseudonym).matches("[0-9a-f]{16}").isEqualTo(addresses.pseudonym("203.0.113.7"));
        assertThat(addresses.pseudonym("203.0.113.8")).isNotEqualTo(pseudonym);
        clock.advance(Duration.ofDays(1));
        assertThat(addresses.pseudonym("203.0.113.7")).isNotEqualTo(pseudonym);
    }

    @Test
    void the_addresses_of_one_ipv6_household_are_one_source() {
        assertThat(addresses.pseudonym("2001:db8:1:2::1")).isEqualTo(addresses.pseudonym("2001:db8:1:2:ffff::9"));
        assertThat(addresses.pseudonym("2001:db8:1:3::1")).isNotEqualTo(addresses.pseudonym("2001:db8:1:2::1"));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36",
        "MESSENGER, Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Mobile/15E148 MicroMessenger/8.0.60",
        "DESKTOP, Mozilla/5.0 (X11; Linux x86_64) Chrome/139.0 Safari/537.36",
        "PROGRAM, curl/8.5.0",
        "PROGRAM, Mozilla/5.0 (compatible; Examplebot/2.1)",
        "UNKNOWN, ''",
    })
    void of_a_user_agent_only_its_kind_is_kept(AgentClass kind, String header) {
        assertThat(AgentClass.of(header)).isEqualTo(kind);
    }
}

package org.suyuan.codes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Turns an address into a pseudonym that counts visitors and limits guessing, and nothing else. The key is random, lives
 * in memory and is thrown away every day, so that nobody, the platform included, can turn a stored pseudonym back into
 * an address. The price: the same visitor counts anew the next day and after a restart.
 */
@Component
public class ClientAddresses {
    private static final int PSEUDONYM_BYTES = 8;
    /** An IPv6 household or phone owns a /64; single addresses in it cost nothing. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile DailyKey key;

    ClientAddresses(Clock clock) {
        this.clock = clock;
        this.key = newKey(today());
    }

    /** Pseudonym of an IP address as the servlet container gives it, or of any other stable name of a client. */
    public String pseudonym(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(todaysKey().secret());
            return HexFormat.of().formatHex(mac.doFinal(significant(address)), 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
        }
    }

    private static byte[] significant(String address) {
        // Only literal addresses, never names: those would be looked up.
        if (!address.matches("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%.*)?")) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > 4 ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes;
        } catch (UnknownHostException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }

    private DailyKey todaysKey() {
        DailyKey current = key;
        LocalDate today = today();
        if (current.day().equals(today)) {
            return current;
        }
        synchronized (this) {
            if (!key.day().equals(today)) {
                key = newKey(today);
            }
            return key;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private DailyKey newKey(LocalDate day) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new DailyKey(day, new SecretKeySpec(secret, "HmacSHA256"));
    }

    private record DailyKey(LocalDate day, SecretKeySpec secret) {}
}

package org.suyuan.epcis.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.suyuan.epcis.event.EpcisEvent;

/**
 * Computes {@code ni:///sha-256;…?ver=CBV2.0} of an event. The hash covers what happened, not the record of it:
 * {@code eventID}, {@code recordTime}, the error declaration and comments do not count, so that an error declaration has
 * the hash of the event that it takes back.
 */
public final class EventHash {

    private static final String PREFIX = "ni:///sha-256;";
    private static final String SUFFIX = "?ver=CBV2.0";

    private EventHash() {}

    /** The event hash ID. */
    public static String of(EpcisEvent event) {
        return of(event, Set.of());
    }

    /** The event hash ID, certain extensions of a repository left out; see {@link #preHash(EpcisEvent, Set)}. */
    public static String of(EpcisEvent event, Set<String> ignoredExtensions) {
        byte[] text = preHash(event, ignoredExtensions).getBytes(StandardCharsets.UTF_8);
        return ofDigest(sha256().digest(text));
    }

    /** The hash as text, from the 32 bytes of its SHA-256. */
    public static String ofDigest(byte[] sha256) {
        return PREFIX + HexFormat.of().formatHex(sha256) + SUFFIX;
    }

    /** The 32 bytes in a hash that {@link #of} made: what a store keeps. */
    public static byte[] digest(String hash) {
        return HexFormat.of().parseHex(hash, PREFIX.length(), PREFIX.length() + 64);
    }

    /** Whether the text has the form of an event hash ID. */
    public static boolean isEventHash(String eventID) {
        return eventID.length() == PREFIX.length() + 64 + SUFFIX.length()
                && eventID.startsWith(PREFIX)
                && eventID.endsWith(SUFFIX)
                && eventID.substring(PREFIX.length(), PREFIX.length() + 64)
                        .chars()
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** The canonical text that is hashed, for an auditor who asks why two hashes differ. */
    public static String preHash(EpcisEvent event) {
        return preHash(event, Set.of());
    }

    /**
     * The canonical text that is hashed.
     *
     * @param ignoredExtensions full names (namespace and local name) of extensions that a repository added on its own and
     *     that are no part of what happened
     */
    public static String preHash(EpcisEvent event, Set<String> ignoredExtensions) {
        return new PreHash(ignoredExtensions).of(event);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", e);
        }
    }
}

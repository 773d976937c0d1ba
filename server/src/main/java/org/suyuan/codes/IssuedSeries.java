package org.suyuan.codes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * All series in memory with how far each was issued, so that a code that was never issued is refused without a look
 * into the database. One process issues codes (design §2), so nobody else moves the counters.
 */
@Component
class IssuedSeries {
    private final CodeKeys keys;
    private final Map<SeriesKey, Series> series = new ConcurrentHashMap<>();
    /** A resource number belongs to one key version. */
    private final Map<String, SeriesKey> byResource = new ConcurrentHashMap<>();

    IssuedSeries(CodeKeys keys, Batches batches) {
        this.keys = keys;
        batches.counters().forEach(this::raise);
    }

    Optional<Series> find(SeriesKey key) {
        return Optional.ofNullable(series.get(key));
    }

    Optional<Series> ofResource(String productResource) {
        SeriesKey key = byResource.get(productResource);
        return key == null ? Optional.empty() : find(key);
    }

    /** Whether serials of this GTIN were ever issued here, under any key. */
    boolean hasGtin(String gtin) {
        return keys.versionNumbers().stream().anyMatch(version -> series.containsKey(new SeriesKey(gtin, version)));
    }

    /** Takes note of an issued batch; called after its transaction. Order does not matter, the furthest wins. */
    void raise(Batches.Counter counter) {
        SeriesKey key = counter.series();
        series.merge(key, opened(counter), (old, now) -> old.issuedTo(now.issued()));
        if (counter.kind() == CodeKind.SUPERVISION) {
            byResource.put(key.seriesClass(), key);
        }
    }

    private Series opened(Batches.Counter counter) {
        CodeKey secret = keys.version(counter.series().keyVersion())
                .orElseThrow(() -> new CodeKeysUnusable(
                        "no key of version " + counter.series().keyVersion() + " for " + counter.series()));
        return Series.of(counter.series(), counter.kind(), counter.product(), counter.issued(), secret);
    }
}

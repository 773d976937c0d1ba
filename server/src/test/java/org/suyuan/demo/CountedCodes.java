package org.suyuan.demo;

import java.util.ArrayList;
import java.util.List;

/** Codes that nobody issued, for looking at the books without a platform. */
final class CountedCodes implements CodeSupply {
    private long next = 1_000_000_000_000_000L;

    @Override
    public List<String> codes(Batch batch, Kind kind) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < batch.quantity(); i++) {
            String serial = Long.toString(next++);
            codes.add(
                    switch (kind) {
                        case GS1_SERIAL -> batch.goods().item(serial);
                        case SUPERVISION -> "urn:suyuan:supervision:1000" + serial;
                    });
        }
        return codes;
    }
}

package org.suyuan.epcis.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all reports of a sensor element share (EPCIS 2.0 §7.3.7.2): a moment or a span, and the device. */
public record SensorMetadata(
        @Nullable DateTimeStamp time,
        @Nullable DateTimeStamp startTime,
        @Nullable DateTimeStamp endTime,
        @Nullable String deviceID,
        @Nullable String deviceMetadata,
        @Nullable String rawData,
        @Nullable String dataProcessingMethod,
        @Nullable String bizRules,
        List<Extension> extensions) {

    private static final String CLAUSE = "EPCIS 2.0 §7.3.7.2";

    public SensorMetadata {
        Rules.requireUriIfPresent("deviceID", deviceID, CLAUSE);
        Rules.requireUriIfPresent("deviceMetadata", deviceMetadata, CLAUSE);
        Rules.requireUriIfPresent("rawData", rawData, CLAUSE);
        Rules.requireUriIfPresent("dataProcessingMethod", dataProcessingMethod, CLAUSE);
        Rules.requireUriIfPresent("bizRules", bizRules, CLAUSE);
        extensions = List.copyOf(extensions);
        if (startTime != null && endTime != null && endTime.compareTo(startTime) < 0) {
            throw new InvalidEventException(
                    "endTime", endTime.text(), "not before startTime " + startTime.text(), CLAUSE);
        }
    }
}

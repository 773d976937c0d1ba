package org.suyuan.epcis.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readings taken under the same circumstances (EPCIS 2.0 §7.3.7.1). */
public record SensorElement(
        @Nullable SensorMetadata sensorMetadata, List<SensorReport> sensorReport, List<Extension> extensions) {

    public SensorElement {
        sensorReport = List.copyOf(sensorReport);
        extensions = List.copyOf(extensions);
        if (sensorReport.isEmpty()) {
            throw new InvalidEventException("sensorReport", "[]", "at least one report", "EPCIS 2.0 §7.3.7.1");
        }
    }
}

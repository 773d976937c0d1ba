package org.suyuan.epcis.json;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.SensorElement;
import org.suyuan.epcis.event.SensorMetadata;
import org.suyuan.epcis.event.SensorReport;

/** Judges sensor data (EPCIS 2.0 §7.3.7). */
final class SensorDecoder {

    private SensorDecoder() {}

    static @Nullable SensorElement element(Fields fields) {
        int before = fields.findings().size();
        SensorMetadata metadata = fields.object("sensorMetadata", "EPCIS 2.0 §7.3.7.2", SensorDecoder::metadata);
        List<SensorReport> reports = fields.objects("sensorReport", "EPCIS 2.0 §7.3.7.3", SensorDecoder::report);
        List<Extension> extensions = fields.extensions();
        if (fields.findings().size() > before) {
            return null;
        }
        return fields.build(() -> new SensorElement(metadata, reports, extensions));
    }

    private static @Nullable SensorMetadata metadata(Fields fields) {
        DateTimeStamp time = fields.time("time");
        DateTimeStamp start = fields.time("startTime");
        DateTimeStamp end = fields.time("endTime");
        String device = fields.uri("deviceID");
        String deviceMetadata = fields.uri("deviceMetadata");
        String rawData = fields.uri("rawData");
        String method = fields.uri("dataProcessingMethod");
        String bizRules = fields.uri("bizRules");
        List<Extension> extensions = fields.extensions();
        return fields.build(() ->
                new SensorMetadata(time, start, end, device, deviceMetadata, rawData, method, bizRules, extensions));
    }

    private static @Nullable SensorReport report(Fields fields) {
        int before = fields.findings().size();
        var type = fields.term("type", CbvVocabulary.MEASUREMENT_TYPE);
        var exception = fields.term("exception", CbvVocabulary.SENSOR_ALERT_TYPE);
        SensorReport.Origin origin = origin(fields);
        SensorReport.Subject subject = subject(fields);
        SensorReport.Reading reading = reading(fields);
        List<Extension> extensions = fields.extensions();
        if (origin == null
                || subject == null
                || reading == null
                || fields.findings().size() > before) {
            return null;
        }
        return fields.build(() -> new SensorReport(type, exception, origin, subject, reading, extensions));
    }

    private static SensorReport.@Nullable Origin origin(Fields fields) {
        DateTimeStamp time = fields.time("time");
        String device = fields.uri("deviceID");
        String deviceMetadata = fields.uri("deviceMetadata");
        String rawData = fields.uri("rawData");
        String method = fields.uri("dataProcessingMethod");
        String bizRules = fields.uri("bizRules");
        return fields.build(() -> new SensorReport.Origin(time, device, deviceMetadata, rawData, method, bizRules));
    }

    private static SensorReport.@Nullable Subject subject(Fields fields) {
        String microorganism = fields.uri("microorganism");
        String substance = fields.uri("chemicalSubstance");
        var component = fields.term("component", CbvVocabulary.COMPONENT);
        String frame = fields.uri("coordinateReferenceSystem");
        return fields.build(() -> new SensorReport.Subject(microorganism, substance, component, frame));
    }

    private static SensorReport.@Nullable Reading reading(Fields fields) {
        BigDecimal value = fields.decimal("value");
        String uom = fields.text("uom");
        BigDecimal min = fields.decimal("minValue");
        BigDecimal max = fields.decimal("maxValue");
        BigDecimal mean = fields.decimal("meanValue");
        BigDecimal deviation = fields.decimal("sDev");
        BigDecimal rank = fields.decimal("percRank");
        BigDecimal percentile = fields.decimal("percValue");
        String text = fields.text("stringValue");
        Boolean truth = fields.truth("booleanValue");
        String hex = fields.text("hexBinaryValue");
        String uri = fields.uri("uriValue");
        return fields.build(() -> new SensorReport.Reading(
                value, uom, min, max, mean, deviation, rank, percentile, text, truth, hex, uri));
    }
}

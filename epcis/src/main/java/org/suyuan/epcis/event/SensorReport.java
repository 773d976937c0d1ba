package org.suyuan.epcis.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One reading (EPCIS 2.0 §7.3.7.3).
 *
 * @param type the measured property; absent only with an {@code exception}
 * @param exception the reading is an alarm or an error
 * @param origin who measured, when and how
 * @param subject what was measured on
 * @param reading the values
 */
public record SensorReport(
        @Nullable CbvTerm type,
        @Nullable CbvTerm exception,
        Origin origin,
        Subject subject,
        Reading reading,
        List<Extension> extensions) {

    private static final String CLAUSE = "EPCIS 2.0 §7.3.7.3";
    private static final Pattern HEX = Pattern.compile("[A-Fa-f0-9]+");

    /** Device and processing; a report's own device overrides the one of the metadata. */
    public record Origin(
            @Nullable DateTimeStamp time,
            @Nullable String deviceID,
            @Nullable String deviceMetadata,
            @Nullable String rawData,
            @Nullable String dataProcessingMethod,
            @Nullable String bizRules) {

        public static final Origin UNSAID = new Origin(null, null, null, null, null, null);

        public Origin {
            Rules.requireUriIfPresent("deviceID", deviceID, CLAUSE);
            Rules.requireUriIfPresent("deviceMetadata", deviceMetadata, CLAUSE);
            Rules.requireUriIfPresent("rawData", rawData, CLAUSE);
            Rules.requireUriIfPresent("dataProcessingMethod", dataProcessingMethod, CLAUSE);
            Rules.requireUriIfPresent("bizRules", bizRules, CLAUSE);
        }
    }

    /** A species, a substance, an axis or the frame in which a position is given. */
    public record Subject(
            @Nullable String microorganism,
            @Nullable String chemicalSubstance,
            @Nullable CbvTerm component,
            @Nullable String coordinateReferenceSystem) {

        public static final Subject UNSAID = new Subject(null, null, null, null);

        public Subject {
            Rules.requireUriIfPresent("microorganism", microorganism, CLAUSE);
            Rules.requireUriIfPresent("chemicalSubstance", chemicalSubstance, CLAUSE);
            Rules.requireUriIfPresent("coordinateReferenceSystem", coordinateReferenceSystem, CLAUSE);
            Rules.requireVocabulary("component", component, CbvVocabulary.COMPONENT);
        }
    }

    /** The values, as a number with its spread, or in another form. */
    public record Reading(
            @Nullable BigDecimal value,
            @Nullable String uom,
            @Nullable BigDecimal minValue,
            @Nullable BigDecimal maxValue,
            @Nullable BigDecimal meanValue,
            @Nullable BigDecimal sDev,
            @Nullable BigDecimal percRank,
            @Nullable BigDecimal percValue,
            @Nullable String stringValue,
            @Nullable Boolean booleanValue,
            @Nullable String hexBinaryValue,
            @Nullable String uriValue) {

        public static final Reading UNSAID =
                new Reading(null, null, null, null, null, null, null, null, null, null, null, null);

        public Reading {
            if (hexBinaryValue != null && !HEX.matcher(hexBinaryValue).matches()) {
                throw new InvalidEventException("hexBinaryValue", hexBinaryValue, "hexadecimal digits", CLAUSE);
            }
            Rules.requireUriIfPresent("uriValue", uriValue, CLAUSE);
            Rules.requireReasonable("value", value);
            Rules.requireReasonable("minValue", minValue);
            Rules.requireReasonable("maxValue", maxValue);
            Rules.requireReasonable("meanValue", meanValue);
            Rules.requireReasonable("sDev", sDev);
            Rules.requireReasonable("percRank", percRank);
            Rules.requireReasonable("percValue", percValue);
        }
    }

    public SensorReport {
        Rules.requireVocabulary("type", type, CbvVocabulary.MEASUREMENT_TYPE);
        Rules.requireVocabulary("exception", exception, CbvVocabulary.SENSOR_ALERT_TYPE);
        extensions = List.copyOf(extensions);
        if (type == null && exception == null) {
            throw new InvalidEventException("type", "absent", "a measurement type or an exception", CLAUSE);
        }
    }
}

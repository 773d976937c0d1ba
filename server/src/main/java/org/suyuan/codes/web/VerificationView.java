package org.suyuan.codes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suyuan.codes.Channel;
import org.suyuan.codes.VerdictCode;
import org.suyuan.codes.VerificationRecord;

/**
 * The answer to a verification as the API gives it.
 *
 * @param unit canonical URI
 * @param verdict what to tell first
 * @param further what is true as well
 */
record VerificationView(
        String text,
        @Nullable String unit,
        VerdictView verdict,
        List<VerdictView> further,
        @Nullable ProductView product,
        @Nullable ProducerView producer,
        @Nullable String lot,
        @Nullable LocalDate productionDate,
        @Nullable LocalDate bestBefore,
        boolean past,
        ChecksView checks,
        List<StepView> story,
        boolean storyTruncated,
        List<String> anomalies,
        OffsetDateTime at) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * @param reason sub-case, where there is one
     * @param title a few words to lead with, in the reader's language
     * @param message one sentence to act on
     * @param details what the verdict stands on, by verdict
     */
    record VerdictView(
            VerdictCode code,
            @Nullable String reason,
            String title,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {}

    record ProductView(
            String id,
            @Nullable String gtin,
            String name,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String specification,
            @Nullable String brand,
            @Nullable String origin,
            int packagingLevel) {}

    record ProducerView(String id, String name, @Nullable String productionLicence) {}

    /** @param firstAt of all checks of this unit, this one included */
    record ChecksView(long count, @Nullable OffsetDateTime firstAt) {}

    record StepView(
            OffsetDateTime time,
            String eventId,
            String type,
            @Nullable String bizStep,
            @Nullable String disposition,
            @Nullable PlaceView place,
            List<String> via) {}

    record PlaceView(
            String uri,
            @Nullable String name,
            @Nullable String operator,
            @Nullable String region) {}

    /** One past verification. The source stays out: it is a pseudonym of no use to officers. */
    record Past(
            OffsetDateTime at,
            @Nullable VerdictCode verdict,
            @Nullable String reason,
            Channel channel,
            @Nullable String region,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        static Past of(VerificationRecord record) {
            var place = record.source().place();
            return new Past(
                    record.at().atZone(ZONE).toOffsetDateTime(),
                    record.verdict(),
                    record.reason(),
                    record.source().channel(),
                    place.region() == null ? null : place.region().significant(),
                    place.point() == null ? null : place.point().latitude(),
                    place.point() == null ? null : place.point().longitude());
        }
    }
}

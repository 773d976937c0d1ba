package org.suyuan.demo;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.BizLocation;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.BizTransaction;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.Destination;
import org.suyuan.epcis.event.Disposition;
import org.suyuan.epcis.event.EventCore;
import org.suyuan.epcis.event.ReadPoint;
import org.suyuan.epcis.event.SensorElement;
import org.suyuan.epcis.event.SensorMetadata;
import org.suyuan.epcis.event.SensorReport;
import org.suyuan.epcis.event.Source;
import org.suyuan.epcis.event.TimeZoneOffset;

/** When, where, why and how of one event; the {@link Chronicle} adds what. */
record Occasion(
        LocalDateTime at,
        Premises place,
        BizStep step,
        Disposition disposition,
        boolean away,
        List<BizTransaction> papers,
        List<Source> sources,
        List<Destination> destinations,
        @Nullable SensorElement sensor) {

    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final TimeZoneOffset CHINA_OFFSET = new TimeZoneOffset("+08:00");

    static Occasion of(LocalDateTime at, Premises place, BizStep step, Disposition disposition) {
        return new Occasion(at, place, step, disposition, false, List.of(), List.of(), List.of(), null);
    }

    /**
     * A business document.
     *
     * @param type word of CBV 2.0 §7.3, for example {@code desadv}
     * @param issuer whose number it is
     */
    Occasion paper(String type, Premises issuer, String number) {
        List<BizTransaction> more = new ArrayList<>(papers);
        more.add(new BizTransaction(
                new CbvTerm(CbvVocabulary.BIZ_TRANSACTION_TYPE, type),
                "urn:epcglobal:cbv:bt:" + Keys.gln(issuer.owner().companyPrefix(), 0) + ":" + number));
        return new Occasion(at, place, step, disposition, away, more, sources, destinations, sensor);
    }

    /** A transfer of goods: the place and, where it changes, who has them (CBV 2.0 §7.4). */
    Occasion between(Premises from, Premises to) {
        CbvTerm location = new CbvTerm(CbvVocabulary.SOURCE_DEST_TYPE, "location");
        CbvTerm party = new CbvTerm(CbvVocabulary.SOURCE_DEST_TYPE, "possessing_party");
        return new Occasion(
                at,
                place,
                step,
                disposition,
                away,
                papers,
                List.of(new Source(party, from.party()), new Source(location, from.uri())),
                List.of(new Destination(party, to.party()), new Destination(location, to.uri())),
                sensor);
    }

    /** The things are on their way afterwards, so no place has them. */
    Occasion leaving() {
        return new Occasion(at, place, step, disposition, true, papers, sources, destinations, sensor);
    }

    /** What the thermometer of the cold chain wrote down. */
    Occasion celsius(String min, String mean, String max) {
        SensorReport.Reading reading = new SensorReport.Reading(
                null,
                "CEL",
                new BigDecimal(min),
                new BigDecimal(max),
                new BigDecimal(mean),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        SensorReport report = new SensorReport(
                new CbvTerm(CbvVocabulary.MEASUREMENT_TYPE, "Temperature"),
                null,
                SensorReport.Origin.UNSAID,
                SensorReport.Subject.UNSAID,
                reading,
                List.of());
        SensorMetadata span = new SensorMetadata(
                null,
                stamp(at.minusHours(1)),
                stamp(at),
                "https://id.gs1.org/8004/" + place.owner().companyPrefix() + "TH1",
                null,
                null,
                null,
                null,
                List.of());
        return new Occasion(
                at,
                place,
                step,
                disposition,
                away,
                papers,
                sources,
                destinations,
                new SensorElement(span, List.of(report), List.of()));
    }

    static DateTimeStamp stamp(LocalDateTime at) {
        return DateTimeStamp.of(at.toInstant(CHINA), CHINA);
    }

    EventCore core(String eventId) {
        EventCore core = EventCore.at(stamp(at), CHINA_OFFSET)
                .with(new EventCore.Statement(eventId, null, List.of(), null))
                .with(new EventCore.Where(
                        new ReadPoint(place.uri()), away ? null : new BizLocation(place.uri(), List.of())))
                .with(new EventCore.Why(step.term(), disposition.term(), null, papers, sources, destinations));
        return sensor == null
                ? core
                : new EventCore(
                        core.statement(),
                        core.when(),
                        core.where(),
                        core.why(),
                        List.of(sensor),
                        core.extensions(),
                        core.context());
    }
}

package org.suyuan.epcis.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.DateTimeStamp;
import org.suyuan.epcis.event.ErrorDeclaration;
import org.suyuan.epcis.event.EventCore;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionName;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.event.LdContext;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.TimeZoneOffset;

class EventHashTest {

    private static final ExtensionName STORED_BY =
            new ExtensionName("r:storedBy", "https://repository.example/", "storedBy");

    @Test
    void the_pre_hash_names_everything_that_counts_in_one_order() {
        assertThat(EventHash.preHash(event(List.of(new Extension(STORED_BY, new ExtensionValue.Text("node 1"))))))
                .isEqualTo("eventType=ObjectEventeventTime=2026-09-17T22:30:00.500ZeventTimeZoneOffset=+08:00"
                        + "epcListepc=https://id.gs1.org/01/06912345011112/21/1"
                        + "epc=https://id.gs1.org/01/06912345011112/21/2"
                        + "quantityListquantityElementepcClass=https://id.gs1.org/01/06912345011112/10/L1quantity=5uom=KGM"
                        + "action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-shipping"
                        + "{https://repository.example/}storedBy=node 1");
    }

    @Test
    void the_hash_is_the_sha256_of_the_pre_hash() {
        String hash = EventHash.of(event(List.of()));
        assertThat(EventHash.isEventHash(hash)).isTrue();
        assertThat(EventHash.isEventHash(hash.toUpperCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(EventHash.isEventHash("urn:uuid:1")).isFalse();
    }

    @Test
    void an_error_declaration_has_the_hash_of_the_event_that_it_takes_back() {
        ObjectEvent event = event(List.of());
        ObjectEvent error = event.withCore(event.core()
                .with(new EventCore.Statement(
                        "urn:uuid:1",
                        DateTimeStamp.of("2026-09-20T00:00:00Z"),
                        List.of(),
                        new ErrorDeclaration(DateTimeStamp.of("2026-09-20T00:00:00Z"), null, List.of(), List.of()))));
        assertThat(EventHash.of(error)).isEqualTo(EventHash.of(event));
    }

    @Test
    void what_a_repository_added_is_left_out_on_request() {
        ObjectEvent stored = event(List.of(new Extension(STORED_BY, new ExtensionValue.Text("node 1"))));
        assertThat(EventHash.of(stored)).isNotEqualTo(EventHash.of(event(List.of())));
        assertThat(EventHash.of(stored, Set.of("https://repository.example/storedBy")))
                .isEqualTo(EventHash.of(event(List.of())));
    }

    @ParameterizedTest(name = "{0} is hashed as {1}")
    @CsvSource({
        "2026-09-18T06:30:00+08:00,         2026-09-17T22:30:00.000Z",
        "2026-09-18T06:30:00.1234Z,         2026-09-18T06:30:00.123Z",
        "2026-09-18T06:30:00.1235Z,         2026-09-18T06:30:00.124Z",
        "2026-09-18T06:30:00.1225Z,         2026-09-18T06:30:00.123Z",
        "2026-12-31T23:59:59.9995Z,         2027-01-01T00:00:00.000Z",
    })
    void timesAreRoundedToMilliseconds(String written, String hashed) {
        assertThat(CanonicalValue.time(DateTimeStamp.of(written))).isEqualTo(hashed);
    }

    @ParameterizedTest(name = "{0} is hashed as {1}")
    @CsvSource({
        "20.0,              20",
        "0.0,               0",
        "1e3,               1000",
        "+007,              7",
        "0.10,              0.1",
        "'  text  ',        text",
        "2026-09-18,        2026-09-18",
        "urn:epcglobal:cbv:disp:active, https://ref.gs1.org/cbv/Disp-active",
        "urn:epcglobal:cbv:bt:6912345000017:7, urn:epcglobal:cbv:bt:6912345000017:7",
        "urn:epc:id:sgtin:6912345.001111.1, https://id.gs1.org/01/06912345011112/21/1",
    })
    void textOfExtensionsIsRecognisedByItsForm(String written, String hashed) {
        assertThat(CanonicalValue.text(written)).isEqualTo(hashed);
    }

    private static ObjectEvent event(List<Extension> extensions) {
        EventCore core = new EventCore(
                EventCore.Statement.UNNAMED,
                new EventCore.When(DateTimeStamp.of("2026-09-18T06:30:00.5+08:00"), new TimeZoneOffset("+08:00")),
                EventCore.Where.UNSAID,
                new EventCore.Why(BizStep.SHIPPING.term(), null, null, List.of(), List.of(), List.of()),
                List.of(),
                extensions,
                LdContext.OF_THE_STANDARD);
        return new ObjectEvent(
                core,
                Action.OBSERVE,
                List.of("urn:epc:id:sgtin:6912345.001111.2", "https://id.gs1.org/01/06912345011112/21/1"),
                List.of(new QuantityElement("urn:epc:class:lgtin:6912345.001111.L1", new BigDecimal("5.00"), "KGM")),
                List.of());
    }
}

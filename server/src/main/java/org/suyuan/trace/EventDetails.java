package org.suyuan.trace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ExtensionValue;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.CapturedEvent;

/** Takes from an event what a reader of a timeline wants to know. */
final class EventDetails {
    private static final String LOT = "lotNumber";

    /** CBV 2.0 §9: the dates of a lot or item; the first that is present counts. */
    private static final List<String> PRODUCED = List.of("productionDate", "packagingDate", "harvestEndDate");

    private static final List<String> BEST_BEFORE =
            List.of("bestBeforeDate", "expirationDate", "itemExpirationDate", "sellByDate");

    private static final int DATE_LENGTH = 10;

    private EventDetails() {}

    static Detail of(CapturedEvent captured) {
        EpcisEvent event = captured.event();
        List<Extension> ilmd = event.ilmdOrEmpty();
        return new Detail(
                captured.eventId(),
                event.type().epcisName(),
                event.actionIfAny().map(Action::name).orElse(null),
                event.eventTimeZoneOffset().offset(),
                event.bizStep().map(EventDetails::word).orElse(null),
                event.disposition().map(EventDetails::word).orElse(null),
                event.bizLocation().or(event::readPoint).map(Identifiers::place).orElse(null),
                locationElseParty(event.core().why().sourceList().stream()
                        .map(source -> new Transfer(source.type(), source.source()))),
                locationElseParty(event.core().why().destinationList().stream()
                        .map(destination -> new Transfer(destination.type(), destination.destination()))),
                text(ilmd, LOT),
                date(ilmd, PRODUCED),
                date(ilmd, BEST_BEFORE));
    }

    /** The lot of that number, for units of which the product is known. */
    static Optional<TraceUnit> lotOf(TraceUnit unit, String number) {
        try {
            return switch (unit) {
                case TraceUnit.Item item -> Optional.of(new TraceUnit.Lot(item.gtin(), number));
                case TraceUnit.ProductClass product -> Optional.of(new TraceUnit.Lot(product.gtin(), number));
                case TraceUnit.Lot _, TraceUnit.LogisticUnit _, TraceUnit.SupervisedItem _, TraceUnit.OtherThing _ ->
                    Optional.empty();
            };
        } catch (Gs1SyntaxException noLotNumber) {
            return Optional.empty();
        }
    }

    private static String word(CbvTerm term) {
        return term.word().orElse(term.written());
    }

    private record Transfer(CbvTerm type, String uri) {
        boolean isLocation() {
            return CbvVocabulary.SOURCE_DEST_TYPE
                    .word(type.written())
                    .filter("location"::equals)
                    .isPresent();
        }
    }

    private static @Nullable String locationElseParty(Stream<Transfer> transfers) {
        List<Transfer> all = transfers.toList();
        return all.stream()
                .filter(Transfer::isLocation)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(transfer -> Identifiers.place(transfer.uri()))
                .orElse(null);
    }

    private static @Nullable String text(List<Extension> ilmd, String name) {
        return ilmd.stream()
                .filter(extension -> extension.name().localName().equals(name))
                .map(extension -> extension.value() instanceof ExtensionValue.Text(String value) ? value : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate date(List<Extension> ilmd, List<String> names) {
        for (String name : names) {
            String text = text(ilmd, name);
            if (text != null && text.length() >= DATE_LENGTH) {
                try {
                    return LocalDate.parse(text.substring(0, DATE_LENGTH));
                } catch (DateTimeException notADate) {
                    continue;
                }
            }
        }
        return null;
    }
}

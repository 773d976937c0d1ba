package org.suyuan.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.event.AggregationEvent;
import org.suyuan.epcis.event.CbvTerm;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.EpcisEvent;
import org.suyuan.epcis.event.ErrorDeclaration;
import org.suyuan.epcis.event.EventCore;
import org.suyuan.epcis.event.Extension;
import org.suyuan.epcis.event.ObjectEvent;
import org.suyuan.epcis.event.QuantityElement;
import org.suyuan.epcis.event.TransformationEvent;

/** Everything that happened in the demo world, told as EPCIS events. Each gets an id that is the same every time. */
final class Chronicle {
    private final List<EpcisEvent> inTime = new ArrayList<>();
    private final List<EpcisEvent> late = new ArrayList<>();
    private final Map<String, EpcisEvent> byId = new HashMap<>();
    private final List<Batch> batches = new ArrayList<>();
    private String story = "";
    private int told;
    private boolean telling = true;

    /** Begins a story; the ids of its events hang on its name, so that stories do not move each other's. */
    void begin(String name) {
        story = name;
        told = 0;
    }

    /** Events told meanwhile are written down days after they happened, when all others are captured already. */
    void belatedly(Runnable telling) {
        this.telling = false;
        telling.run();
        this.telling = true;
    }

    /** A lot that the registry is to know. */
    void register(Batch batch) {
        batches.add(batch);
    }

    /** Items or lots that come into being, with their master data. */
    String commission(Occasion occasion, List<String> epcs, List<QuantityElement> quantities, List<Extension> ilmd) {
        return tell(occasion, core -> new ObjectEvent(core, Action.ADD, epcs, quantities, ilmd));
    }

    String observe(Occasion occasion, List<String> epcs) {
        return observe(occasion, epcs, List.of());
    }

    String observe(Occasion occasion, List<String> epcs, List<QuantityElement> quantities) {
        return tell(occasion, core -> new ObjectEvent(core, Action.OBSERVE, epcs, quantities, List.of()));
    }

    /** Things that cease to be. */
    String end(Occasion occasion, List<String> epcs, List<QuantityElement> quantities) {
        return tell(occasion, core -> new ObjectEvent(core, Action.DELETE, epcs, quantities, List.of()));
    }

    String pack(Occasion occasion, String parent, List<String> children) {
        return tell(occasion, core -> new AggregationEvent(core, Action.ADD, parent, children, List.of()));
    }

    String unpack(Occasion occasion, String parent, List<String> children) {
        return tell(occasion, core -> new AggregationEvent(core, Action.DELETE, parent, children, List.of()));
    }

    /** Lots made from lots. */
    String blend(Occasion occasion, List<QuantityElement> inputs, List<QuantityElement> outputs, List<Extension> ilmd) {
        return tell(occasion, core -> new TransformationEvent(core, null, List.of(), inputs, List.of(), outputs, ilmd));
    }

    /** Items made from lots. */
    String transform(Occasion occasion, List<QuantityElement> inputs, List<String> items, List<Extension> ilmd) {
        return tell(occasion, core -> new TransformationEvent(core, null, List.of(), inputs, items, List.of(), ilmd));
    }

    /**
     * Declares an event wrong (EPCIS 2.0 §7.4.1.2): the event once more, with the declaration.
     *
     * @param corrective id of the event that says it right
     */
    void retract(String eventId, LocalDateTime declaredAt, String corrective) {
        EpcisEvent wrong = Objects.requireNonNull(byId.get(eventId));
        EventCore core = wrong.core();
        ErrorDeclaration declaration = new ErrorDeclaration(
                Occasion.stamp(declaredAt),
                new CbvTerm(CbvVocabulary.ERROR_REASON, "incorrect_data"),
                List.of(corrective),
                List.of());
        late.add(wrong.withCore(core.with(new EventCore.Statement(eventId, null, List.of(), declaration))));
    }

    private interface Telling {
        EpcisEvent with(EventCore core);
    }

    private String tell(Occasion occasion, Telling telling) {
        String id = Keys.eventId(story + "/" + told++);
        EpcisEvent event = telling.with(occasion.core(id));
        byId.put(id, event);
        (this.telling ? inTime : late).add(event);
        return id;
    }

    /** In order of event time. */
    List<EpcisEvent> inTime() {
        return inTime.stream()
                .sorted(Comparator.comparing(event -> event.core().when().eventTime()))
                .toList();
    }

    /** In the order in which they are written down, after all others. */
    List<EpcisEvent> late() {
        return List.copyOf(late);
    }

    List<EpcisEvent> all() {
        List<EpcisEvent> all = new ArrayList<>(inTime());
        all.addAll(late);
        return all;
    }

    List<Batch> batches() {
        return List.copyOf(batches);
    }
}

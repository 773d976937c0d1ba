package org.suyuan.trace.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.events.UnitStory;
import org.suyuan.shared.CodedName;
import org.suyuan.trace.web.TraceNames.PlaceView;
import org.suyuan.trace.web.TraceNames.UnitView;

/** A timeline as the API shows it. */
@Component
class TimelineViews {
    private final TraceNames names;

    TimelineViews(TraceNames names) {
        this.names = names;
    }

    record TimelineView(
            UnitView unit, OffsetDateTime at, List<StepView> steps, boolean truncated, List<CodedName> anomalies) {}

    /**
     * @param role how the event names the unit, or the package it was in
     * @param via the packages from the innermost to the one that is named; empty where the unit itself is
     */
    record StepView(
            String eventId,
            OffsetDateTime time,
            CodedName type,
            @Nullable CodedName action,
            @Nullable CodedName bizStep,
            @Nullable CodedName disposition,
            String role,
            List<UnitView> via,
            @Nullable PlaceView site,
            @Nullable PlaceView from,
            @Nullable PlaceView to,
            @Nullable UnitView lot,
            @Nullable LocalDate productionDate,
            @Nullable LocalDate bestBefore) {}

    TimelineView view(UnitStory story, Instant at, Locale locale) {
        List<@Nullable String> places = new ArrayList<>();
        List<TraceUnit> units = new ArrayList<>();
        units.add(story.unit());
        for (UnitStory.Step step : story.steps()) {
            places.add(step.place());
            places.add(step.from());
            places.add(step.to());
            units.addAll(step.via());
            if (step.lot() != null) {
                units.add(step.lot());
            }
        }
        TraceNames.Looked looked = names.lookUp(places, units, locale);
        return new TimelineView(
                looked.unit(story.unit()),
                TraceNames.local(at),
                story.steps().stream().map(step -> step(step, looked, locale)).toList(),
                story.truncated(),
                story.anomalies().stream()
                        .map(code -> names.coded("trace.anomaly", code, locale))
                        .toList());
    }

    private StepView step(UnitStory.Step step, TraceNames.Looked looked, Locale locale) {
        TraceUnit.Lot lot = step.lot();
        return new StepView(
                step.eventId(),
                step.time().atOffset(step.offset()),
                names.coded("eventType", step.type(), locale),
                step.action() == null
                        ? null
                        : names.coded("action", step.action().name(), locale),
                names.codedIfPresent("bizStep", step.bizStep(), locale),
                names.codedIfPresent("disposition", step.disposition(), locale),
                step.role().name(),
                step.via().stream().map(looked::unit).toList(),
                looked.placeIfPresent(step.place()),
                looked.placeIfPresent(step.from()),
                looked.placeIfPresent(step.to()),
                lot == null ? null : looked.unit(lot),
                step.productionDate(),
                step.bestBefore());
    }
}

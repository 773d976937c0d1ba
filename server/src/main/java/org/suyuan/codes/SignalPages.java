package org.suyuan.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.search.Openable;
import org.suyuan.shared.search.Searchable;

/** Signals as tasks link to them and the search finds them: by their id, or by the code, product or source they are about. */
@Component
@Order(70)
class SignalPages implements Openable, Searchable {
    private final Signals signals;
    private final MessageSource messages;

    SignalPages(Signals signals, MessageSource messages) {
        this.signals = signals;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return SignalTasks.SUBJECT;
    }

    @Override
    public Permission needs() {
        return Permission.SIGNALS_READ;
    }

    @Override
    public Optional<Opened> open(Actor actor, String id) {
        return id(id).flatMap(known -> signals.find(actor.scope(), known))
                .map(signal -> new Opened(kind(), id, signal.subject(), signal.regionPath()));
    }

    @Override
    public List<Hit> find(Actor actor, String text, int limit, Locale locale) {
        Optional<Signal> exact = id(text).flatMap(id -> signals.find(actor.scope(), id));
        return exact
                .map(List::of)
                .orElseGet(() -> signals.about(actor.scope(), subjects(text), beginning(text), limit))
                .stream()
                .map(signal -> hit(signal, locale))
                .toList();
    }

    /** As typed, and as the code it may be: a signal is about a canonical URI, or about a GTIN. */
    private static List<String> subjects(String text) {
        List<String> subjects = new ArrayList<>(List.of(text));
        if (UnitSyntax.read(text) instanceof UnitReading.Recognised recognised) {
            subjects.add(recognised.unit().uri());
            if (recognised.unit() instanceof TraceUnit.ProductClass(var gtin)) {
                subjects.add(gtin.value());
            }
        }
        return subjects;
    }

    /** A GTIN finds the signals of every code of the product. */
    private static String beginning(String text) {
        return UnitSyntax.read(text) instanceof UnitReading.Recognised recognised
                        && recognised.unit() instanceof TraceUnit.ProductClass
                ? recognised.unit().uri() + "/"
                : text;
    }

    private Hit hit(Signal signal, Locale locale) {
        return new Hit(
                kind(),
                signal.id().toString(),
                messages.getMessage("signal." + signal.kind(), null, locale),
                signal.subject());
    }

    private static Optional<SignalId> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(new SignalId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

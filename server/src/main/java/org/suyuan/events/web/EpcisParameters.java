package org.suyuan.events.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.event.Action;
import org.suyuan.epcis.event.CbvVocabulary;
import org.suyuan.epcis.event.EventType;
import org.suyuan.epcis.gs1.Gs1Uri;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.events.EventQuery;
import org.suyuan.events.EventQuery.Order;
import org.suyuan.events.EventQuery.UnitMatch;
import org.suyuan.events.EventsProblem;
import org.suyuan.events.UnitIndex.Role;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;

/**
 * The parameters of a simple event query (EPCIS 2.0 §8.2.7.1). A list is given by repeating the parameter or by commas.
 * A parameter that is not understood is an error, never ignored: an answer to another question would look right.
 */
record EpcisParameters(EventQuery query, PageRequest page) {
    /** Values in one list parameter. */
    private static final int VALUES_MAX = 100;

    private static final Map<String, Set<Role>> MATCHES = Map.of(
            "MATCH_epc", EnumSet.of(Role.EPC, Role.CHILD),
            "MATCH_parentID", EnumSet.of(Role.PARENT),
            "MATCH_inputEPC", EnumSet.of(Role.INPUT),
            "MATCH_outputEPC", EnumSet.of(Role.OUTPUT),
            "MATCH_anyEPC", EnumSet.of(Role.EPC, Role.PARENT, Role.CHILD, Role.INPUT, Role.OUTPUT),
            "MATCH_epcClass", EnumSet.of(Role.EPC, Role.CHILD),
            "MATCH_inputEPCClass", EnumSet.of(Role.INPUT),
            "MATCH_outputEPCClass", EnumSet.of(Role.OUTPUT),
            "MATCH_anyEPCClass", EnumSet.of(Role.EPC, Role.CHILD, Role.INPUT, Role.OUTPUT));

    private static final Set<String> SUPPORTED = supported();

    private static Set<String> supported() {
        Set<String> names = new TreeSet<>(MATCHES.keySet());
        names.addAll(List.of(
                "eventType",
                "EQ_action",
                "EQ_bizStep",
                "EQ_disposition",
                "EQ_eventID",
                "EQ_readPoint",
                "EQ_bizLocation",
                "GE_eventTime",
                "LT_eventTime",
                "GE_recordTime",
                "LT_recordTime",
                "orderBy",
                "orderDirection",
                "perPage",
                "nextPageToken"));
        return names;
    }

    static EpcisParameters of(Map<String, String[]> given) {
        given.keySet().stream()
                .filter(name -> !SUPPORTED.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused(name, String.join(",", given.get(name)), "parameter", "supported here: " + SUPPORTED);
                });
        Reader read = new Reader(given);
        EventQuery query = new EventQuery(
                read.list("eventType", EpcisParameters::eventType),
                read.list("EQ_action", EpcisParameters::action),
                read.list("EQ_bizStep", word(CbvVocabulary.BIZ_STEP)),
                read.list("EQ_disposition", word(CbvVocabulary.DISPOSITION)),
                read.list("EQ_eventID", UnaryOperator.identity()),
                read.time("GE_eventTime"),
                read.time("LT_eventTime"),
                read.time("GE_recordTime"),
                read.time("LT_recordTime"),
                read.list("EQ_readPoint", Gs1Uri::canonicalOrSame),
                read.list("EQ_bizLocation", Gs1Uri::canonicalOrSame),
                List.of(),
                read.units(),
                read.order());
        return new EpcisParameters(query, read.page());
    }

    private static String eventType(String name) {
        return EventType.named(name)
                .map(EventType::epcisName)
                .orElseThrow(() ->
                        refused("eventType", name, "event-type", "expected: " + Arrays.toString(EventType.values())));
    }

    private static String action(String name) {
        return Arrays.stream(Action.values())
                .map(Action::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> refused("EQ_action", name, "action", "expected: ADD, OBSERVE or DELETE"));
    }

    private static UnaryOperator<String> word(CbvVocabulary vocabulary) {
        return written -> vocabulary.word(written).orElse(written);
    }

    private static Problem refused(String parameter, String value, String rule, String message) {
        return new Problem(
                EventsProblem.QUERY_PARAMETER,
                parameter + ": " + value + " (" + message + ")",
                List.of(new FieldError(parameter, value, rule, message)));
    }

    /** Reads single parameters out of what was given. */
    private record Reader(Map<String, String[]> given) {
        List<String> list(String name, UnaryOperator<String> each) {
            String[] values = given.getOrDefault(name, new String[0]);
            List<String> all = Arrays.stream(values)
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (all.size() > VALUES_MAX) {
                throw refused(name, all.size() + " values", "list", "expected: at most " + VALUES_MAX);
            }
            return all.stream().map(each).toList();
        }

        @Nullable
        String single(String name) {
            String[] values = given.get(name);
            if (values == null) {
                return null;
            }
            if (values.length != 1) {
                throw refused(name, String.join(",", values), "single", "expected: given once");
            }
            return values[0];
        }

        @Nullable
        Instant time(String name) {
            String text = single(name);
            if (text == null) {
                return null;
            }
            try {
                return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw refused(name, text, "time", "expected: a date and time with zone like 2026-09-18T06:30:00+08:00");
            }
        }

        List<UnitMatch> units() {
            List<UnitMatch> matches = new ArrayList<>();
            MATCHES.forEach((name, roles) -> {
                List<String> texts = list(name, UnaryOperator.identity());
                if (!texts.isEmpty()) {
                    matches.add(new UnitMatch(
                            texts.stream().map(text -> unit(name, text)).toList(), roles));
                }
            });
            return matches;
        }

        private static TraceUnit unit(String name, String text) {
            return switch (UnitSyntax.read(text)) {
                case UnitReading.Recognised recognised -> recognised.unit();
                case UnitReading.Malformed malformed ->
                    throw refused(name, text, malformed.rule().name(), malformed.detail());
            };
        }

        Order order() {
            String by = single("orderBy");
            String direction = single("orderDirection");
            boolean ascending = "ASC".equals(direction);
            if (direction != null && !ascending && !direction.equals("DESC")) {
                throw refused("orderDirection", direction, "direction", "expected: ASC or DESC");
            }
            return switch (by) {
                case null -> ascending ? Order.EVENT_TIME_ASC : Order.EVENT_TIME_DESC;
                case "eventTime" -> ascending ? Order.EVENT_TIME_ASC : Order.EVENT_TIME_DESC;
                case "recordTime" -> ascending ? Order.RECORD_TIME_ASC : Order.RECORD_TIME_DESC;
                default -> throw refused("orderBy", by, "order", "expected: eventTime or recordTime");
            };
        }

        PageRequest page() {
            String perPage = single("perPage");
            try {
                int limit = perPage == null ? PageRequest.LIMIT_DEFAULT : Integer.parseInt(perPage);
                return new PageRequest(limit, single("nextPageToken"), false);
            } catch (NumberFormatException e) {
                throw refused("perPage", String.valueOf(perPage), "number", "expected: 1 … " + PageRequest.LIMIT_MAX);
            }
        }
    }
}

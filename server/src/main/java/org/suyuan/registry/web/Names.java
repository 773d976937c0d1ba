package org.suyuan.registry.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.CodeValue;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.Problems;

/** Names of codes in the reader's language, fetched once an answer. */
@Component
class Names {
    private final Regions regions;
    private final CodeLists codeLists;
    private final MessageSource messages;
    private final Problems problems;
    /** As many as there are constants and languages; {@code Languages} knows two. */
    private final Map<Label, String> labels = new ConcurrentHashMap<>();

    Names(Regions regions, CodeLists codeLists, MessageSource messages, Problems problems) {
        this.regions = regions;
        this.codeLists = codeLists;
        this.messages = messages;
        this.problems = problems;
    }

    /** Full names of regions. */
    Named<RegionCode> regions(Collection<RegionCode> codes, Locale locale) {
        Map<RegionCode, RegionName> names = regions.names(codes);
        return code -> {
            RegionName name = names.get(code);
            return new CodedName(code.toString(), name == null ? code.toString() : name.in(locale));
        };
    }

    Named<String> codes(CodeList list, Locale locale) {
        Map<String, CodeValue> values = codeLists.byCode(list);
        return code -> {
            CodeValue value = values.get(code);
            return new CodedName(code, value == null ? code : value.name(locale));
        };
    }

    String label(Enum<?> value, Locale locale) {
        return labels.computeIfAbsent(new Label(value, locale), this::read);
    }

    /** A text is looked for in every module's catalogue in turn, which a million exported rows would pay for. */
    private record Label(Enum<?> value, Locale locale) {}

    private String read(Label label) {
        String key = "registry." + label.value().getDeclaringClass().getSimpleName() + "."
                + label.value().name();
        return messages.getMessage(key, null, label.locale());
    }

    List<AllowedAction> change(Actor actor, Locale locale) {
        return AllowedAction.change(actor, messages, locale);
    }

    List<FieldError> localised(List<FieldError> errors, Locale locale) {
        return errors.stream().map(error -> problems.localised(error, locale)).toList();
    }

    /** The name that the reader reads first. */
    static String of(String zh, @Nullable String en, Locale locale) {
        return en != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }

    /** Code to code and name. */
    @FunctionalInterface
    interface Named<C> {
        CodedName of(C code);

        default @Nullable CodedName ofNullable(@Nullable C code) {
            return code == null ? null : of(code);
        }
    }
}

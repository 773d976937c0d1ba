package org.suyuan.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;
import org.suyuan.shared.ProblemType;

/** The pages that the {@code type} of a problem leads to, generated from the enums; JSON for whoever prefers it. */
@Controller
class ProblemPages {
    private final Supplier<ProblemTypes> types = SingletonSupplier.of(ProblemTypes::ofClasspath);
    private final MessageSource messages;

    ProblemPages(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Description> list(Locale locale) {
        return types.get().all().stream().map(type -> described(type, locale)).toList();
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Description one(@PathVariable String code, Locale locale) {
        return described(find(code), locale);
    }

    @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
    String listPage(Locale locale, Model model) {
        model.addAttribute("problems", list(locale));
        return "shared/problems";
    }

    @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
    String page(@PathVariable String code, Locale locale, Model model) {
        model.addAttribute("problems", List.of(one(code, locale)));
        return "shared/problems";
    }

    private ProblemType find(String code) {
        return types.get().byCode(code).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "problem type " + code));
    }

    private Description described(ProblemType type, Locale locale) {
        String fault = type.fault().name();
        return new Description(
                type.code(),
                type.status(),
                text(type.titleKey(), type.code(), locale),
                fault,
                text("fault." + fault, fault, locale));
    }

    private String text(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, null, locale), otherwise);
    }

    /** @param faultLabel whose fault it is and so whether trying again makes sense, in the reader's language */
    record Description(String code, int status, String title, String fault, String faultLabel) {}
}

package org.suyuan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.suyuan.codes.Verdict;
import org.suyuan.epcis.event.BizStep;
import org.suyuan.epcis.event.Disposition;
import org.suyuan.epcis.event.EventType;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.testing.PlatformTest;

/** Nobody meets a code where a person expects a word. */
@PlatformTest
class CatalogueTest {
    @Autowired
    MessageSource messages;

    @Test
    void every_word_that_a_page_may_need_exists_in_both_languages() {
        List<String> keys = new ArrayList<>();
        Arrays.stream(BizStep.values()).forEach(step -> keys.add("verb." + step.word()));
        Arrays.stream(Disposition.values()).forEach(word -> keys.add("disposition." + word.word()));
        Arrays.stream(EventType.values()).forEach(type -> keys.add("verb." + type.epcisName()));
        Arrays.stream(Rule.values()).forEach(rule -> keys.add("rule." + rule));
        Arrays.stream(RegistrationStatus.values()).forEach(status -> keys.add("registration." + status));
        Arrays.stream(Verdict.NotIssuedHere.Reason.values())
                .forEach(reason -> addBoth(keys, "verdict.NOT_ISSUED_HERE." + reason));
        Arrays.stream(Verdict.Recorded.Of.values()).forEach(what -> addBoth(keys, "verdict.RECORDED." + what));
        Arrays.stream(Verdict.Withdrawn.Kind.values()).forEach(kind -> keys.add("verdict.WITHDRAWN." + kind + ".why"));
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Words words = new Words(messages, locale);
            assertThat(keys).allSatisfy(key -> assertThat(words.find(key)).as(key).isPresent());
        }
    }

    private static void addBoth(List<String> keys, String key) {
        keys.add(key);
        keys.add(key + ".why");
    }
}

package org.suyuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.suyuan.shared.ProblemType;

class MessageCatalogueTests {
    private final Map<String, Properties> catalogues = catalogues();

    @Test
    void every_text_exists_in_chinese_and_in_english() {
        assertThat(catalogues).containsKeys("shared", "shared_en");
        catalogues.forEach((name, texts) -> {
            String other = name.endsWith("_en") ? name.substring(0, name.length() - 3) : name + "_en";
            Properties translated = catalogues.getOrDefault(other, new Properties());
            assertThat(texts.stringPropertyNames())
                    .as("keys of " + name + ", compared with " + other)
                    .isEqualTo(translated.stringPropertyNames());
        });
    }

    @Test
    void no_two_modules_use_the_same_key() {
        Map<String, String> owners = new HashMap<>();
        catalogues.forEach((name, texts) -> {
            if (!name.endsWith("_en")) {
                texts.stringPropertyNames()
                        .forEach(key -> assertThat(owners.put(key, name))
                                .as("another owner of " + key + " than " + name)
                                .isNull());
            }
        });
    }

    @Test
    void every_problem_has_a_title_in_both_languages() throws IOException {
        MessageSource messages = MessageCatalogues.messageSource();
        for (ProblemType type : ProblemTypes.ofClasspath().all()) {
            String chinese = messages.getMessage(type.titleKey(), null, Locale.SIMPLIFIED_CHINESE);
            String english = messages.getMessage(type.titleKey(), null, Locale.ENGLISH);
            assertThat(chinese).as(type.code()).containsPattern("\\p{IsHan}");
            assertThat(english).as(type.code()).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void every_problem_code_means_one_thing() {
        assertThat(ProblemTypes.ofClasspath().all())
                .extracting(ProblemType::code)
                .contains("malformed")
                .doesNotHaveDuplicates();
    }

    @Test
    void the_language_never_depends_on_the_machine() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            MessageSource messages = MessageCatalogues.messageSource();
            assertThat(messages.getMessage("problem.not-found", null, Locale.FRENCH))
                    .isEqualTo("没有找到");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Map<String, Properties> catalogues() {
        try {
            Map<String, Properties> catalogues = new TreeMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
                Properties texts = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                String name = Objects.requireNonNull(file.getFilename());
                catalogues.put(name.substring(0, name.length() - ".properties".length()), texts);
            }
            return catalogues;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.suyuan.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Texts for people: {@code i18n/<module>.properties} is Chinese and the default, {@code i18n/<module>_en.properties}
 * English. A module's catalogue is found by being there.
 */
@Configuration(proxyBeanMethods = false)
class MessageCatalogues {
    private static final String ENGLISH = "_en.properties";

    @Bean
    static MessageSource messageSource() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties");
        TreeSet<String> bundles = Arrays.stream(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .filter(name -> !name.endsWith(ENGLISH))
                .map(name -> "i18n/" + name.substring(0, name.length() - ".properties".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles.toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}

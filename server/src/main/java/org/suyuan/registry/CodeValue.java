package org.suyuan.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One entry of a {@link CodeList}; {@code parent} groups the entries of a long list. */
public record CodeValue(String code, @Nullable String parent, String nameZh, String nameEn) {
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }
}

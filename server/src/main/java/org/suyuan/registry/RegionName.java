package org.suyuan.registry;

import java.util.Locale;

/** A region's name with those of the regions around it: {@code 福建省厦门市集美区}, {@code Jimei District, Xiamen, Fujian}. */
public record RegionName(String zh, String en) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}

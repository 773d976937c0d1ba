package org.suyuan.organisations;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of body. A row, never a constant: ministries are founded and dissolved without a release (design §5).
 *
 * @param code stable, lower-case with hyphens, for example {@code market-regulation}
 * @param authority exercises public power: a post in it reaches the body's region
 * @param levelled whether its bodies belong to one of the five levels; the platform's operator and laboratories do not
 * @param validFrom first day on which a body may be or become of it; null where the beginning does not matter
 * @param validTo first day no more; null while in force
 * @param legalBasis what set it up
 */
public record OrganisationType(
        String code,
        String nameZh,
        String nameEn,
        boolean authority,
        boolean levelled,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String legalBasis) {
    /** The platform's own operator 平台管理机构; its posts reach everything. */
    public static final String PLATFORM = "platform";
    /** 市场监督管理: the one authority with offices on all five levels. */
    public static final String MARKET_REGULATION = "market-regulation";

    public boolean inForceOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? nameEn : nameZh;
    }
}

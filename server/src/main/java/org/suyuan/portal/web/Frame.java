package org.suyuan.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.suyuan.shared.web.Languages;

/**
 * What every page has around it.
 *
 * @param language for the {@code lang} attribute
 * @param otherLanguage its tag
 * @param otherHref this page in the other language
 */
record Frame(String language, String otherLanguage, String otherHref) {
    static Frame of(HttpServletRequest request, Locale locale) {
        boolean english = locale.getLanguage().equals(Languages.ENGLISH.getLanguage());
        Locale other = english ? Languages.DEFAULT : Languages.ENGLISH;
        return new Frame(
                english ? "en" : "zh-CN",
                english ? "zh-CN" : "en",
                PortalRequest.inLanguage(request, other));
    }
}

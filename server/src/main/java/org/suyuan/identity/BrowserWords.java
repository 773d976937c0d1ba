package org.suyuan.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser as its owner would call it, so that he knows his own sessions again: {@code Firefox · Windows}. */
final class BrowserWords {
    /** The first that is found wins: most browsers also claim to be others. */
    private static final Map<String, String> BROWSERS = inOrder(
            "MicroMessenger/", "WeChat",
            "Edg/", "Edge",
            "EdgA/", "Edge",
            "OPR/", "Opera",
            "QQBrowser/", "QQ Browser",
            "Firefox/", "Firefox",
            "HeadlessChrome/", "Chrome",
            "Chrome/", "Chrome",
            "CriOS/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "Windows", "Windows",
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "HarmonyOS", "HarmonyOS",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    private BrowserWords() {}

    /** Empty when it says nothing that we know. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(Map<String, String> words, String userAgent) {
        return words.entrySet().stream()
                .filter(word -> userAgent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

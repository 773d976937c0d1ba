package org.suyuan.codes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of program asked; all that is kept of a {@code User-Agent} header. */
public enum AgentClass {
    PHONE,
    DESKTOP,
    /** A scanner app of a messenger or payment service (微信, 支付宝). */
    MESSENGER,
    /** Crawlers, scripts, API clients. */
    PROGRAM,
    UNKNOWN;

    private static final int LENGTH_MAX = 512;

    public static AgentClass of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank() || userAgent.length() > LENGTH_MAX) {
            return UNKNOWN;
        }
        String agent = userAgent.toLowerCase(Locale.ROOT);
        if (agent.contains("micromessenger") || agent.contains("alipayclient") || agent.contains("dingtalk")) {
            return MESSENGER;
        }
        if (agent.contains("bot") || agent.contains("spider") || !agent.startsWith("mozilla/")) {
            return PROGRAM;
        }
        return agent.contains("mobile") || agent.contains("android") ? PHONE : DESKTOP;
    }
}

package org.suyuan.demo;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** A check of a code that a consumer made through another channel. */
record ReportedCheck(String code, LocalDateTime at, Channel channel, String region, double latitude, double longitude) {
    enum Channel {
        WEB,
        APP,
        SMS,
        PHONE,
        TERMINAL
    }

    static ReportedCheck near(Premises place, String code, LocalDateTime at, Channel channel) {
        return new ReportedCheck(code, at, channel, place.region(), place.latitude(), place.longitude());
    }

    Map<String, Object> line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", code);
        line.put("at", at.toInstant(Occasion.CHINA).toString());
        line.put("channel", channel);
        line.put("region", region);
        line.put("latitude", latitude);
        line.put("longitude", longitude);
        return line;
    }
}

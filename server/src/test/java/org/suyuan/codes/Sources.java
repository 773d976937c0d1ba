package org.suyuan.codes;

import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.RegionCode;

/** People who check codes. */
final class Sources {
    private Sources() {}

    static Source unknown() {
        return new Source(Channel.SMS, null, CheckPlace.UNKNOWN, AgentClass.UNKNOWN);
    }

    static Source phone(String origin) {
        return new Source(Channel.WEB, origin, CheckPlace.UNKNOWN, AgentClass.PHONE);
    }

    static Source in(CheckPlace place) {
        return new Source(Channel.APP, "someone in " + place, place, AgentClass.PHONE);
    }

    static final CheckPlace XIAMEN = new CheckPlace(new RegionCode("3502"), new GeoPoint(24.48, 118.09));
    /** About 900 km from Xiamen. */
    static final CheckPlace NANJING = new CheckPlace(new RegionCode("3201"), new GeoPoint(32.06, 118.80));

    static final CheckPlace ZHANGZHOU = new CheckPlace(new RegionCode("3506"), new GeoPoint(24.51, 117.65));
}

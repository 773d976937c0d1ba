package org.suyuan.demo;

import java.util.List;

/**
 * A code worth scanning.
 *
 * @param name stable, for scripts and tests
 * @param unit URI by which events name it
 */
record Sample(String name, String unit, String zh, String en) {
    private static final String DIGITAL_LINK = "https://id.gs1.org";
    private static final String SUPERVISION = "urn:suyuan:supervision:";

    static List<Sample> of(LujiangStory story, LujiangMarket market) {
        return List.of(
                new Sample(
                        "genuine",
                        market.genuine,
                        "正品：S03 货架上的一杯酸奶，全程可查",
                        "Genuine: a cup on the shelf of S03, with its whole journey"),
                new Sample(
                        "sold", market.sold, "已售：S05 于 9 月 13 日单杯售出", "Sold: by S05 on 13 September, as a single cup"),
                new Sample(
                        "copied",
                        market.copied,
                        "查询异常：9 月 19 日在厦门和 900 公里外的泰州 40 分钟内先后查询",
                        "Suspicious: checked in Xiamen and, 40 minutes later, 900 km away in Taizhou"),
                new Sample(
                        "never-issued",
                        market.neverIssued,
                        "查无此码：S17 所售杯上的码从未发放",
                        "Never issued: on a cup that S17 sells"),
                new Sample("lot", story.lotA.uri(), "批次 A：24 000 杯", "Lot A: 24,000 cups"),
                new Sample(
                        "pallet",
                        story.palletsA.getFirst().sscc(),
                        "批次 A 的第一个托盘（SSCC）",
                        "The first pallet of lot A (SSCC)"));
    }

    /** Where the platform answers for it. */
    String path() {
        if (unit.startsWith(SUPERVISION)) {
            return "/v/" + unit.substring(SUPERVISION.length());
        }
        return unit.substring(DIGITAL_LINK.length());
    }
}

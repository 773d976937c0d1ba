package org.suyuan.demo;

/**
 * Counties and districts where the demo world lives; codes of GB/T 2260, coordinates of their centres.
 */
enum District {
    SIMING("350203", "思明", "Siming", 24.45, 118.12),
    HAICANG("350205", "海沧", "Haicang", 24.49, 117.99),
    HULI("350206", "湖里", "Huli", 24.51, 118.12),
    JIMEI("350211", "集美", "Jimei", 24.60, 118.08),
    TONGAN("350212", "同安", "Tong’an", 24.75, 118.15),
    XIANGAN("350213", "翔安", "Xiang’an", 24.65, 118.25),
    LICHENG("350502", "鲤城", "Licheng", 24.91, 118.58),
    FENGZE("350503", "丰泽", "Fengze", 24.89, 118.61),
    ANXI("350524", "安溪", "Anxi", 25.06, 118.18),
    JINJIANG("350582", "晋江", "Jinjiang", 24.78, 118.55),
    NANAN("350583", "南安", "Nan’an", 24.96, 118.39),
    XIANGCHENG("350602", "芗城", "Xiangcheng", 24.52, 117.65),
    LONGWEN("350603", "龙文", "Longwen", 24.50, 117.71),
    LONGHAI("350604", "龙海", "Longhai", 24.44, 117.82),
    CHANGTAI("350605", "长泰", "Changtai", 24.63, 117.76),
    ZHANGPU("350623", "漳浦", "Zhangpu", 24.12, 117.61),
    NANJING("350627", "南靖", "Nanjing County", 24.51, 117.36);

    private final String code;
    private final String zh;
    private final String en;
    private final double latitude;
    private final double longitude;

    District(String code, String zh, String en, double latitude, double longitude) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.latitude = latitude;
        this.longitude = longitude;
    }

    String code() {
        return code;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    double latitude() {
        return latitude;
    }

    double longitude() {
        return longitude;
    }
}

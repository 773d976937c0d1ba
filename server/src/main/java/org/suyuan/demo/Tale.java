package org.suyuan.demo;

import static org.suyuan.demo.District.*;

import java.util.List;
import java.util.Random;

/** A supply chain of its own beside the golden incident. */
interface Tale {
    /** @param checks and {@code samples} are added to */
    record Telling(
            Chronicle chronicle,
            Trade trade,
            CodeSupply codes,
            Random random,
            List<ReportedCheck> checks,
            List<Sample> samples) {}

    void tell(Telling telling);

    /** Enrols everybody that the tales are about. */
    static List<Tale> all(Cast cast, Names names) {
        List<Tale> tales = List.of(
                new DairyTale(cast, names, "QC", "晴川", "Qingchuan", List.of(JINJIANG, NANAN, LICHENG, FENGZE)),
                new DairyTale(cast, names, "YL", "云岭", "Yunling", List.of(LONGHAI, NANJING, ZHANGPU, LONGWEN)),
                new PorkTale(cast, names, "PA", List.of(XIANGAN, TONGAN, NANAN, ANXI)),
                new PorkTale(cast, names, "PB", List.of(XIANGCHENG, LONGWEN, NANJING, CHANGTAI)),
                new LiquorTale(cast, names, "FZ", "丰泉", "Fengquan", List.of(ANXI, FENGZE, SIMING)),
                new LiquorTale(cast, names, "YS", "月山", "Yueshan", List.of(CHANGTAI, XIANGCHENG, HULI)),
                new WineTale(cast, names));
        Bystanders.enrol(cast, names, List.of(District.values()));
        return tales;
    }
}

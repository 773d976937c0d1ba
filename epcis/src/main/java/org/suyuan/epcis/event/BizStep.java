package org.suyuan.epcis.event;

import java.util.Locale;

/** Business steps of CBV 2.0 §7.1. */
public enum BizStep {
    ACCEPTING,
    ARRIVING,
    ASSEMBLING,
    COLLECTING,
    COMMISSIONING,
    CONSIGNING,
    CREATING_CLASS_INSTANCE,
    CYCLE_COUNTING,
    DECOMMISSIONING,
    DEPARTING,
    DESTROYING,
    DISASSEMBLING,
    DISPENSING,
    ENCODING,
    ENTERING_EXITING,
    HOLDING,
    INSPECTING,
    INSTALLING,
    KILLING,
    LOADING,
    OTHER,
    PACKING,
    PICKING,
    RECEIVING,
    REMOVING,
    REPACKAGING,
    REPAIRING,
    REPLACING,
    RESERVING,
    RETAIL_SELLING,
    SAMPLING,
    SENSOR_REPORTING,
    SHIPPING,
    STAGING_OUTBOUND,
    STOCK_TAKING,
    STOCKING,
    STORING,
    TRANSPORTING,
    UNLOADING,
    UNPACKING,
    VOID_SHIPPING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public CbvTerm term() {
        return new CbvTerm(CbvVocabulary.BIZ_STEP, word());
    }
}

package org.suyuan.codes;

/**
 * Names a series, the class whose members are counter positions.
 *
 * @param seriesClass 14 digits of a GTIN, or 7 digits product resource number of supervision codes
 * @param keyVersion of the key that permutes the counter
 */
public record SeriesKey(String seriesClass, int keyVersion) {}

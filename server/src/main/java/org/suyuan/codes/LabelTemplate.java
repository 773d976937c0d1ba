package org.suyuan.codes;

/**
 * Self-adhesive A4 sheets as they are sold everywhere: labels fill the sheet edge to edge, in millimetres.
 *
 * @see LabelSheets
 */
public enum LabelTemplate {
    /** 24 labels of 70 × 37 mm. */
    A4_3X8(3, 8, 70, 37),
    /** 40 labels of 52.5 × 29.7 mm. */
    A4_4X10(4, 10, 52.5f, 29.7f);

    private final int columns;
    private final int rows;
    private final float width;
    private final float height;

    LabelTemplate(int columns, int rows, float width, float height) {
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Of one label. */
    float width() {
        return width;
    }

    /** Of one label. */
    float height() {
        return height;
    }

    public int perSheet() {
        return columns * rows;
    }
}

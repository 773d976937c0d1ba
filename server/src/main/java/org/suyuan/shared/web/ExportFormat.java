package org.suyuan.shared.web;

/** In which form a list leaves the platform (api.md "Bulk"). */
public enum ExportFormat {
    /** RFC 4180, UTF-8 with a byte order mark, since spreadsheets take it for the local encoding otherwise. */
    CSV("text/csv;charset=UTF-8", "csv"),
    /** One JSON object a line, members named as in the API; for programs. */
    NDJSON("application/x-ndjson", "ndjson"),
    /** A workbook; a further sheet where one is full. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }
}

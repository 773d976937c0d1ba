package org.suyuan.files;

import org.suyuan.shared.ProblemType;

/** Problems of files beside those common to all modules. */
public enum FilesProblem implements ProblemType {
    /** The virus scanner found something; nothing is kept. */
    FILE_INFECTED("file-infected", 422, Fault.CALLER),
    /** A scanner is configured and does not answer: nothing is stored, try again. */
    SCANNER_UNAVAILABLE("scanner-unavailable", 503, Fault.OURS),
    /** All places for making previews are taken: try again. */
    PREVIEW_BUSY("preview-busy", 503, Fault.OURS);

    private final String code;
    private final int status;
    private final Fault fault;

    FilesProblem(String code, int status, Fault fault) {
        this.code = code;
        this.status = status;
        this.fault = fault;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Fault fault() {
        return fault;
    }
}

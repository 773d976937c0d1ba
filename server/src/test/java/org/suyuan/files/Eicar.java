package org.suyuan.files;

/** The harmless file that every scanner must find; put together here so that no scanner finds it in our sources. */
final class Eicar {
    private Eicar() {}

    static String text() {
        return "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$" + "EICAR" + "-STANDARD-" + "ANTIVIRUS-TEST-" + "FILE!$H" + "+H*";
    }
}

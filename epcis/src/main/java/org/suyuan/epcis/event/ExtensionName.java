package org.suyuan.epcis.event;

/**
 * The name of a field outside the standard.
 *
 * @param written as the sender wrote it: {@code example:myField}, a full URI, or a bare name inside an extension
 * @param namespace the namespace that the context gives it; empty where nothing does
 * @param localName the part within the namespace
 */
public record ExtensionName(String written, String namespace, String localName) {

    public ExtensionName {
        if (written.isEmpty()) {
            throw new InvalidEventException("extension", "\"\"", "a name", "EPCIS 2.0 §6.2");
        }
    }

    /** A name that means nothing outside the object in which it stands. */
    public static ExtensionName local(String name) {
        return new ExtensionName(name, "", name);
    }
}

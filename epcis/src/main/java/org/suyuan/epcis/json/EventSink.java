package org.suyuan.epcis.json;

/** Takes the events of a document as they are read, good and bad, in the document's order. */
@FunctionalInterface
public interface EventSink {
    void take(ReadResult result);
}

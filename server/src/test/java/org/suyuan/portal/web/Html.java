package org.suyuan.portal.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page taken apart by an XML parser, which forgives nothing. */
final class Html {
    private final Document document;

    private Html(Document document) {
        this.document = document;
    }

    static Html of(String page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Html(builder.parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + page, e);
        }
    }

    List<Element> all(String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    String text(String tag) {
        return all(tag).getFirst().getTextContent().strip();
    }

    String language() {
        return document.getDocumentElement().getAttribute("lang");
    }

    /** All that a reader sees, blanks taken together. */
    String words() {
        return all("main").getFirst().getTextContent().replaceAll("\\s+", " ");
    }
}

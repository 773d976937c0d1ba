package org.suyuan.epcis.json;

import org.jspecify.annotations.Nullable;

/** Where the reader stands, as a chain that is only turned into a JSON Pointer when something is wrong. */
record JsonPath(@Nullable JsonPath parent, String segment) {

    static final JsonPath ROOT = new JsonPath(null, "");

    JsonPath child(String name) {
        return new JsonPath(this, name);
    }

    JsonPath child(int index) {
        return new JsonPath(this, Integer.toString(index));
    }

    /** Several steps written with slashes, as the model names its fields. */
    JsonPath children(String names) {
        JsonPath path = this;
        for (String name : names.split("/")) {
            path = path.child(name);
        }
        return path;
    }

    String pointer() {
        if (parent == null) {
            return "";
        }
        return parent.pointer() + "/" + segment.replace("~", "~0").replace("/", "~1");
    }
}

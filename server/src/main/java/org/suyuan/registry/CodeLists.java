package org.suyuan.registry;

import java.util.List;
import java.util.Map;

/** The code lists of the registry. Public facts: no actor. */
public interface CodeLists {
    /** All entries in the order forms show them. */
    List<CodeValue> values(CodeList list);

    Map<String, CodeValue> byCode(CodeList list);
}

package org.suyuan.codes;

import java.util.List;

/** The list of code keys in the database, without the keys. */
public interface KeyVersions {
    /** Oldest first. */
    List<KeyVersion> all();

    /** Retires the current version, if there is one, and adds this one; waits for others doing the same. */
    void add(KeyVersion version);
}

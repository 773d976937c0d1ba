package org.suyuan.codes;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/**
 * The keys behind issued codes, in versions. The newest makes new batches; all of them verify. They are read once, at
 * start, and every file must agree with the check value in the database: with a wrong key every genuine code in the
 * country would be answered as counterfeit, so it is better not to start.
 */
@Component
public class CodeKeys {
    private static final Logger log = LoggerFactory.getLogger(CodeKeys.class);

    private final KeyFolder folder;
    private final KeyVersions versions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock rotation = new ReentrantLock();
    private volatile TreeMap<Integer, CodeKey> keys;

    CodeKeys(@Value("${suyuan.home}") Path home, KeyVersions versions, Clock clock) {
        this.folder = new KeyFolder(home);
        this.versions = versions;
        this.clock = clock;
        this.keys = load();
        if (keys.isEmpty()) {
            addVersion();
        }
    }

    /** The list for people; no secret in it. */
    public List<KeyVersion> versions(Actor actor) {
        actor.require(Permission.KEYS_ROTATE);
        return versions.all();
    }

    /** Makes a new version the current one. Codes of earlier versions stay verifiable for ever. */
    public KeyVersion rotate(Actor actor) {
        actor.require(Permission.KEYS_ROTATE);
        KeyVersion added = addVersion();
        log.info("Code key version {} is current now, by {}", added.version(), actor.name());
        return added;
    }

    CodeKey current() {
        return keys.lastEntry().getValue();
    }

    Optional<CodeKey> version(int version) {
        return Optional.ofNullable(keys.get(version));
    }

    Set<Integer> versionNumbers() {
        return keys.keySet();
    }

    private TreeMap<Integer, CodeKey> load() {
        TreeMap<Integer, CodeKey> loaded = new TreeMap<>();
        for (KeyVersion version : versions.all()) {
            CodeKey key = folder.read(version.version()).orElseThrow(() -> missing(version));
            if (!key.checkValue().equals(version.checkValue())) {
                throw wrong(version, key);
            }
            loaded.put(version.version(), key);
        }
        return loaded;
    }

    /**
     * File first, row second. A crash in between leaves a file without a row, whose number is then skipped: the file
     * could also be the witness of codes that a restored database has forgotten, and those must not be issued again.
     */
    private KeyVersion addVersion() {
        rotation.lock();
        try {
            CodeKey key = CodeKey.random(nextVersion(), random);
            folder.write(key);
            KeyVersion row = new KeyVersion(key.version(), clock.instant(), null, key.checkValue());
            versions.add(row);
            AfterCommit.run(() -> adopt(key));
            return row;
        } finally {
            rotation.unlock();
        }
    }

    private synchronized void adopt(CodeKey key) {
        TreeMap<Integer, CodeKey> more = new TreeMap<>(keys);
        more.put(key.version(), key);
        keys = more;
    }

    private int nextVersion() {
        int last = CodeKey.VERSION_MIN - 1;
        List<Integer> taken = new ArrayList<>(folder.versions());
        versions.all().forEach(version -> taken.add(version.version()));
        for (int version : taken) {
            last = Math.max(last, version);
        }
        if (last >= CodeKey.VERSION_MAX) {
            throw new Problem(
                    CodesProblem.KEY_VERSIONS_USED_UP,
                    "version: " + (last + 1) + " (expected: <= " + CodeKey.VERSION_MAX + ")");
        }
        return last + 1;
    }

    private CodeKeysUnusable missing(KeyVersion version) {
        return new CodeKeysUnusable(
                "The file of code key version " + version.version() + " is missing: "
                        + folder.file(version.version())
                        + ". Codes were issued with it; put the file back from its own backup (it is never in the database's).");
    }

    private CodeKeysUnusable wrong(KeyVersion version, CodeKey key) {
        return new CodeKeysUnusable(folder.file(version.version()) + " is not the key that this database's codes were"
                + " made with: check value " + key.checkValue() + " (expected: " + version.checkValue()
                + "). Put the right file back; with this one every genuine code would be called counterfeit.");
    }
}

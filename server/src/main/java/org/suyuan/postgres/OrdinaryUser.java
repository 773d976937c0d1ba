package org.suyuan.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user as whom PostgreSQL runs. For an ordinary user that is simply the user. PostgreSQL refuses root, though, and
 * containers and CI machines often have no one else; then one of two ways is taken:
 *
 * <ol>
 *   <li>{@code unshare -U}: a user namespace in which root is nobody in particular. Files stay root's.
 *   <li>{@code setpriv}: a real change to another user, for containers that forbid namespaces. The data folder then
 *       belongs to that user, who must be able to enter the folders above it.
 * </ol>
 *
 * @param prefix put before every PostgreSQL command
 * @param owner the numeric user who must own the data folder
 */
record OrdinaryUser(List<String> prefix, long owner) {

    private static final int ROOT = 0;

    /** The user that Linux systems and containers have for owning nothing. */
    private static final int NOBODY = 65534;

    List<String> command(Path program, String... arguments) {
        return Stream.of(prefix.stream(), Stream.of(program.toString()), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    /**
     * Finds a way that works here, by trying it.
     *
     * @param data the folder that PostgreSQL will write; it exists
     * @param program must be executable for the user found
     */
    static OrdinaryUser owning(Path data, Path program) throws IOException {
        long me = new UnixSystem().getUid();
        if (me != ROOT) {
            return new OrdinaryUser(List.of(), me);
        }
        var ownerBefore = Files.getAttribute(data, "unix:uid");
        var tried = new ArrayList<String>();
        for (var candidate : candidates(data)) {
            Files.setAttribute(data, "unix:uid", (int) candidate.owner());
            var probe = Outcome.of(candidate.command(
                    Path.of("/bin/sh"), "-c", "test -x \"$0\" && test -w \"$1\"", program.toString(), data.toString()));
            if (probe.succeeded()) {
                return candidate;
            }
            tried.add(String.join(" ", candidate.prefix()) + " (exit " + probe.exitCode() + " " + probe.output() + ")");
        }
        Files.setAttribute(data, "unix:uid", ownerBefore);
        throw new PostgresFailure.NoOrdinaryUser(tried);
    }

    /** Data that already belong to someone stay theirs: changing their owner back and forth could only break them. */
    private static List<OrdinaryUser> candidates(Path data) throws IOException {
        int owner = (Integer) Files.getAttribute(data, "unix:uid");
        if (owner != ROOT) {
            return List.of(changedTo(owner));
        }
        var namespace = new OrdinaryUser(List.of("unshare", "-U"), ROOT);
        try (var content = Files.list(data)) {
            return content.findAny().isPresent() ? List.of(namespace) : List.of(namespace, changedTo(NOBODY));
        }
    }

    private static OrdinaryUser changedTo(int user) {
        return new OrdinaryUser(
                List.of("setpriv", "--reuid", "" + user, "--regid", "" + user, "--clear-groups", "--"), user);
    }
}

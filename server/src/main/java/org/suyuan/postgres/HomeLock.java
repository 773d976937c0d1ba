package org.suyuan.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At most one process per home. The operating system drops the lock when its holder dies, however it dies, so a lock is
 * never stale; the text in the file only tells a second starter who the first is.
 */
final class HomeLock implements AutoCloseable {

    private static final int HOLDER_BYTES_MAX = 200;

    /** Held by this very process. Merely opening and closing such a file again would drop our lock (POSIX). */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * Takes the home.
     *
     * @param home exists, without symbolic links
     * @param holder what a second starter is told about us, for example {@code process 4711, port 8080}
     * @throws PostgresFailure.HomeInUse when another process, or another part of this one, holds it
     */
    static HomeLock take(Path home, String holder) throws IOException {
        if (!OURS.add(home)) {
            throw new PostgresFailure.HomeInUse(home, "in this same process");
        }
        try {
            return new HomeLock(home, locked(home, holder));
        } catch (IOException | RuntimeException e) {
            OURS.remove(home);
            throw e;
        }
    }

    private static FileChannel locked(Path home, String holder) throws IOException {
        var channel = FileChannel.open(
                home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            var first = read(channel);
            channel.close();
            throw new PostgresFailure.HomeInUse(home, first);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
    }

    private static String read(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(HOLDER_BYTES_MAX);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    /** Gives the home back. The file stays: deleting it would let two processes lock two different files. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(home);
        }
    }
}

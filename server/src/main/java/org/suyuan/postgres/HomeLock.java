package org.suyuan.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * At most one process per home. The operating system drops the lock when its holder dies, however it dies, so a lock is
 * never stale; the text in the file only tells a second starter who the first is.
 */
final class HomeLock implements AutoCloseable {

    private static final int HOLDER_BYTES_MAX = 200;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the home.
     *
     * @param holder what a second starter is told about us, for example {@code process 4711, port 8080}
     * @throws PostgresFailure.HomeInUse when another process, or another part of this one, holds it
     */
    static HomeLock take(Path home, String holder) {
        try {
            var channel = FileChannel.open(
                    home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                var first = read(channel);
                channel.close();
                throw new PostgresFailure.HomeInUse(home, first);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + home, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
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
        }
    }
}

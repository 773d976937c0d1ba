package org.suyuan.postgres;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The server's configuration files, written anew at each start so that what runs is what is written here. An
 * administrator's own lines go into {@code local.conf} beside them; they come last and win.
 */
final class Settings {

    private static final long MEBIBYTE = 1L << 20;

    /** Below this, containers' default {@code /dev/shm} of 64 MB makes parallel queries fail; files are used instead. */
    private static final long SHARED_MEMORY_FOLDER_BYTES_MIN = 256 * MEBIBYTE;

    private static final long SHARED_BUFFERS_BYTES_MIN = 128 * MEBIBYTE;
    private static final long SHARED_BUFFERS_BYTES_MAX = 2048 * MEBIBYTE;

    private Settings() {}

    static void write(Path data, int port, Map<String, String> overrides) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), configuration(port, memoryBytes()) + lines(overrides));
        Files.writeString(data.resolve("pg_hba.conf"), """
                # Passwords only, from this machine only. There is no Unix socket.
                host  all  all  127.0.0.1/32  scram-sha-256
                """);
    }

    static String configuration(int port, long memoryBytes) {
        long buffers = Math.clamp(memoryBytes / 8, SHARED_BUFFERS_BYTES_MIN, SHARED_BUFFERS_BYTES_MAX);
        return """
                # Written by Suyuan at each start. Put your own settings into local.conf beside this file.

                # Reachable by this machine's own processes only. No Unix socket: its path may not exceed 107 bytes,
                # which a deep SUYUAN_HOME does, and the Java driver speaks TCP anyway.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 60

                # An acknowledged event survives a power cut. These are the defaults; they are written so that nobody
                # has to look them up.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # One eighth of the memory: the Java process and the system's file cache want the rest.
                shared_buffers = %dMB
                effective_cache_size = %dMB
                work_mem = 16MB
                maintenance_work_mem = %dMB
                dynamic_shared_memory_type = '%s'

                # Capture writes in bursts: checkpoints every 15 minutes or 2 GB, spread out, and compressed page images.
                wal_compression = on
                wal_buffers = 16MB
                min_wal_size = 256MB
                max_wal_size = 2GB
                checkpoint_timeout = 15min
                checkpoint_completion_target = 0.9
                # Nothing replicates from an embedded server.
                wal_level = 'minimal'
                max_wal_senders = 0

                # Solid-state disks: a random page costs about as much as the next one.
                random_page_cost = 1.1
                # Our queries are short; compiling them costs more than it saves.
                jit = off
                # A small machine's other cores have Java to run.
                max_parallel_workers_per_gather = 2
                autovacuum_vacuum_scale_factor = 0.05
                autovacuum_analyze_scale_factor = 0.02

                # Times are stored and spoken in UTC; people see Asia/Shanghai, which is the application's business.
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_min_duration_statement = 5s
                log_checkpoints = off
                log_line_prefix = '%%m [%%p] %%u '

                include_if_exists = 'local.conf'
                """.formatted(
                        port,
                        buffers / MEBIBYTE,
                        memoryBytes / 2 / MEBIBYTE,
                        Math.clamp(memoryBytes / 32, 64 * MEBIBYTE, 512 * MEBIBYTE) / MEBIBYTE,
                        sharedMemory(Path.of("/dev/shm")));
    }

    private static String sharedMemory(Path folder) {
        try {
            return Files.getFileStore(folder).getTotalSpace() < SHARED_MEMORY_FOLDER_BYTES_MIN ? "mmap" : "posix";
        } catch (IOException noSuchFolder) {
            return "posix";
        }
    }

    /** The memory of the machine, or of the container when that is less. */
    private static long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    private static String lines(Map<String, String> overrides) {
        return overrides.entrySet().stream()
                .map(entry -> entry.getKey() + " = '" + entry.getValue() + "'\n")
                .collect(Collectors.joining());
    }
}

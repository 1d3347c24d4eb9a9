package io.switchboard.gateway.world;

import java.io.IOException;
import java.util.List;

/**
 * Engines that a test halts: they hold their connections and answer nothing, the worst kind of outage. All of a kind are
 * halted, since other tests of the same run may have left one of their own running.
 */
public final class Engine implements AutoCloseable {
    private final List<Long> pids;

    private Engine(List<Long> pids) throws IOException, InterruptedException {
        this.pids = pids;
        signal("STOP");
    }

    /** Halts the broker until closed. */
    public static Engine haltKafka() throws Exception {
        return halt("kafka.Kafka");
    }

    /** Halts Redis until closed. */
    public static Engine haltRedis() throws Exception {
        return halt("redis-server");
    }

    private static Engine halt(String program) throws Exception {
        List<Long> pids = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(program))
                .map(ProcessHandle::pid)
                .toList();
        if (pids.isEmpty()) {
            throw new IllegalStateException(program + " does not run");
        }
        return new Engine(pids);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        for (long pid : pids) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        }
    }
}

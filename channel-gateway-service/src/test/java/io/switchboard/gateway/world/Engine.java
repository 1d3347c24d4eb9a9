package io.switchboard.gateway.world;

import java.io.IOException;

/** A running engine that a test halts: it holds its connections and answers nothing, the worst kind of outage. */
public final class Engine implements AutoCloseable {
    private final long pid;

    private Engine(long pid) throws IOException, InterruptedException {
        this.pid = pid;
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
        return new Engine(ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(program))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(program + " does not run"))
                .pid());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    }
}

package io.switchboard.bench.understanding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;

/**
 * What the three processes have used.
 *
 * @param service CPU time of the service
 * @param broker CPU time of Kafka
 * @param load CPU time of the load generator, which reads and checks, too
 */
record Usage(Duration service, Duration broker, Duration load) {

    static Usage of(Stage stage) {
        return new Usage(cpu(stage.service()), cpu(stage.broker()), cpu(ProcessHandle.current()));
    }

    private static Duration cpu(ProcessHandle process) {
        // A new handle: an old one may answer with what it was told before.
        return ProcessHandle.of(process.pid())
                .flatMap(now -> now.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    Usage minus(Usage before) {
        return new Usage(service.minus(before.service), broker.minus(before.broker), load.minus(before.load));
    }

    /** Returns how many MB of a process are in memory now, 0 when the system does not tell. */
    static long residentMegabytes(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
            return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) / 1024;
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }
}

package io.switchboard.profile.messaging;

import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.understood;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.support.AYear;
import io.switchboard.profile.support.AtItsOwnPace;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Taken;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * How fast writers are identified; not a test that fails. Four of five messages come from customers that are known when
 * there is a year to write on ({@link AYear}): {@code -Dtest=Pace -Dpace.customers=1000000 -Dpace.messages=5000000
 * -Dpace.rates=100,500}. Each message comes by both topics, and the writing of them shares the machine.
 */
@ComponentTest
@TestProfile(AtItsOwnPace.class)
class Pace {
    private static final int SECONDS = Integer.getInteger("pace.seconds", 30);
    private static final int BURST = 6000;

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Random random = new Random(20261122);

    @Inject
    Broker broker;

    @Inject
    MeterRegistry metrics;

    @Inject
    AYear year;

    @Test
    void asFastAsItCan() throws Exception {
        year.enter();
        for (int round = 1; round <= 4; round++) {
            long start = System.nanoTime();
            long cpu = machine.getProcessCpuTime();
            double before = identified();
            for (int i = 0; i < BURST; i++) {
                send();
            }
            awaitIdentified(before + BURST);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "PACE burst %d: %d messages in %.1f s: %.0f/s; %.2f ms of CPU a message in this process%n",
                    round, BURST, seconds, BURST / seconds, (machine.getProcessCpuTime() - cpu) / 1e6 / BURST);
        }
        for (String rate : System.getProperty("pace.rates", "100").split(",")) {
            steadily(Integer.parseInt(rate));
        }
    }

    private void steadily(int rate) throws InterruptedException {
        int many = rate * SECONDS;
        double before = identified();
        Instant began = Instant.now();
        long start = System.nanoTime();
        for (int i = 0; i < many; i++) {
            TimeUnit.NANOSECONDS.sleep(start + i * 1_000_000_000L / rate - System.nanoTime());
            send();
        }
        long behind = Math.round(before + many - identified());
        awaitIdentified(before + many);
        System.out.printf(
                "PACE %d/s for %d s: %s; %d behind at the end%n",
                rate, SECONDS, Taken.since(began, AYear.TENANT, broker), behind);
    }

    private void send() {
        String handle = AYear.MESSAGES == 0 || random.nextInt(5) == 0
                ? "new" + random.nextLong(Long.MAX_VALUE) + "@customer.example"
                : AYear.address(1 + random.nextInt(AYear.CUSTOMERS));
        Message message = aMessage(AYear.TENANT, "email", handle, "Sam " + random.nextInt(20_000), Visibility.PRIVATE);
        broker.receive(message);
        broker.understand(understood(message));
    }

    private double identified() {
        return metrics.counter("switchboard.identified").count();
    }

    private void awaitIdentified(double many) throws InterruptedException {
        while (identified() < many) {
            Thread.sleep(20);
        }
    }
}

package io.switchboard.routing.setup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Publishes the setup of each centre at start and whenever its file changes. A file with a problem is not published:
 * the centre goes on with the setup it has, and the log and a metric say so.
 */
@ApplicationScoped
class PublishSetups {
    private static final Logger LOG = Logger.getLogger(PublishSetups.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<Path> folder;
    private final MutinyEmitter<byte[]> setups;
    private final Map<String, String> publishedVersions = new ConcurrentHashMap<>();
    private final Map<String, List<String>> knownProblems = new ConcurrentHashMap<>();
    private final AtomicInteger unusable = new AtomicInteger();

    PublishSetups(SetupConfig config, @Channel("routing-setup") MutinyEmitter<byte[]> setups, MeterRegistry metrics) {
        this.folder = config.dir();
        this.setups = setups;
        Gauge.builder("switchboard.setup.files.unusable", unusable, AtomicInteger::get)
                .description("setup files that are not in force because of a problem")
                .register(metrics);
    }

    // Before the application runs, the channel to Kafka may not be connected.
    @Scheduled(
            every = "${switchboard.setup.poll}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void publishWhatChanged() {
        folder.ifPresent(this::publishWhatChangedIn);
    }

    private void publishWhatChangedIn(Path path) {
        try {
            List<SetupFile> files = new SetupFolder(path).read();
            unusable.set(
                    (int) files.stream().filter(file -> file.setup() == null).count());
            files.forEach(this::look);
        } catch (IOException unreadable) {
            unusable.set(1);
            report(new SetupFile(path.toString(), null, List.of("the folder: cannot be read")));
        }
    }

    private void look(SetupFile file) {
        RoutingSetup setup = file.setup();
        if (setup == null) {
            report(file);
            return;
        }
        knownProblems.remove(file.name());
        String key = Keys.centre(setup.tenant(), setup.centre());
        if (!setup.version().equals(publishedVersions.get(key))) {
            publish(key, setup);
        }
    }

    private void report(SetupFile file) {
        // Once for each change of mind, not every few seconds.
        if (!file.problems().equals(knownProblems.put(file.name(), file.problems()))) {
            file.problems().forEach(problem -> LOG.errorf("%s: not published: %s", file.name(), problem));
        }
    }

    private void publish(String key, RoutingSetup setup) {
        try {
            send(key, setup).await().atMost(PATIENCE);
            publishedVersions.put(key, setup.version());
            LOG.infof("%s: published setup %s", key, setup.version());
        } catch (RuntimeException away) {
            // It is tried again with the next look at the folder.
            LOG.warnf("%s: setup not published yet: %s", key, away.getClass().getSimpleName());
        }
    }

    private Uni<Void> send(String key, RoutingSetup setup) {
        var headers = new EventHeaders(
                key + "/" + setup.version(),
                EventTypes.ROUTING_SETUP,
                "/routing",
                key,
                Instant.now(),
                setup.tenant(),
                setup.centre());
        return Events.send(setups, key, headers, setup);
    }
}

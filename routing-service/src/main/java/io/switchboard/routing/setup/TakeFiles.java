package io.switchboard.routing.setup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.routing.setup.KeepSetup.Author;
import io.switchboard.routing.setup.KeepSetup.Outcome;
import io.switchboard.routing.setup.SetupDocument.Owner;
import io.switchboard.routing.setup.SetupDocument.Sound;
import io.switchboard.routing.setup.SetupVersion.Origin;
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
import org.jboss.logging.Logger;

/**
 * Puts the setup of each centre in force at start and whenever its file changes. A file with a problem is not taken: the
 * centre goes on with the setup it has, and the log and a metric say so.
 */
@ApplicationScoped
class TakeFiles {
    private static final Logger LOG = Logger.getLogger(TakeFiles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<Path> folder;
    private final KeepSetup keep;
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();
    private final AtomicInteger unusable = new AtomicInteger();

    TakeFiles(SetupConfig config, KeepSetup keep, MeterRegistry metrics) {
        this.folder = config.dir();
        this.keep = keep;
        Gauge.builder("switchboard.setup.files.unusable", unusable, AtomicInteger::get)
                .description("setup files that are not in force because of a problem")
                .register(metrics);
    }

    @Scheduled(
            every = "${switchboard.setup.poll}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void takeWhatChanged() {
        folder.ifPresent(this::takeWhatChangedIn);
    }

    private void takeWhatChangedIn(Path path) {
        try {
            List<SetupFile> files = new SetupFolder(path).read();
            unusable.set((int) files.stream()
                    .filter(file -> file.document().sound() == null)
                    .count());
            files.forEach(this::look);
        } catch (IOException unreadable) {
            unusable.set(1);
            report(SetupFile.unusable(path.toString(), List.of("the folder: cannot be read")));
        }
    }

    private void look(SetupFile file) {
        report(file);
        Sound sound = file.document().sound();
        if (sound == null) {
            return;
        }
        RoutingSetup setup = sound.setup();
        String key = Keys.centre(setup.tenant(), setup.centre());
        // While files are rolled out, another replica may still have the old one. Each speaks when its own file
        // changes, or
        // two of them would put their files in force in turns.
        if (!sound.content().hash().equals(taken.get(key))) {
            take(file.name(), key, sound);
        }
    }

    private void report(SetupFile file) {
        // Once for each change of mind, not every few seconds.
        SetupDocument document = file.document();
        List<String> said = document.sound() == null ? document.problems() : document.warnings();
        if (said.equals(known.put(file.name(), said))) {
            return;
        }
        document.problems().forEach(problem -> LOG.errorf("%s: not taken: %s", file.name(), problem));
        document.warnings().forEach(warning -> LOG.warnf("%s: %s", file.name(), warning));
    }

    private void take(String file, String key, Sound sound) {
        var owner = new Owner(sound.setup().tenant(), sound.setup().centre());
        var author = new Author(file, Instant.now(), Origin.FILE, null);
        try {
            Outcome outcome = VertxContextSupport.subscribeAndAwait(() -> keep.takeFile(owner, sound.content(), author)
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail());
            taken.put(key, sound.content().hash());
            tell(key, file, outcome);
        } catch (Throwable away) {
            if (away instanceof Error error) {
                throw error;
            }
            // It is tried again with the next look at the folder.
            LOG.warnf("%s: %s not taken yet: %s", key, file, away.getClass().getSimpleName());
        }
    }

    private static void tell(String key, String file, Outcome outcome) {
        switch (outcome) {
            case Outcome.Kept kept -> {
                LOG.infof("%s: %s is version %d", key, file, kept.version().key.number());
                kept.before()
                        .filter(before -> before.origin != Origin.FILE)
                        .ifPresent(before -> LOG.warnf(
                                "%s: %s was changed later and replaces version %d, which %s made by %s",
                                key, file, before.key.number(), before.changedBy, before.origin));
            }
            case Outcome.Unchanged _ -> LOG.infof("%s: %s has not changed", key, file);
            case Outcome.Overtaken _ -> throw new IllegalStateException("a file expects no version");
        }
    }
}

package io.switchboard.profile.sources;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The other systems of this installation, as their files say now. */
@Startup
@ApplicationScoped
public class Sources {
    private static final Logger LOG = Logger.getLogger(Sources.class);

    private final SourceFolder folder;
    private volatile List<Source> sources = List.of();
    private volatile int broken;

    Sources(SourceConfig config, MeterRegistry metrics) {
        this.folder = new SourceFolder(config.dir().toAbsolutePath());
        metrics.gauge("switchboard.sources", this, all -> all.sources.size());
        metrics.gauge("switchboard.sources.broken", this, all -> all.broken);
    }

    /** Finds a source by its name. */
    public Optional<Source> find(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /** Finds a tenant's source: another tenant's is not there. */
    public Optional<Source> find(String tenant, String name) {
        return find(name).filter(source -> source.tenant().equals(tenant));
    }

    /** Returns a tenant's sources, the weightiest first. */
    public List<Source> of(String tenant) {
        return sources.stream()
                .filter(source -> source.tenant().equals(tenant))
                .sorted((one, other) -> Integer.compare(other.precedence(), one.precedence()))
                .toList();
    }

    /** Returns whose customers there are sources for. */
    public Set<String> tenants() {
        return sources.stream().map(Source::tenant).collect(Collectors.toSet());
    }

    /** Returns the precedence by source; a source that is configured no more yields to all that are. */
    public ToIntFunction<String> precedence() {
        List<Source> now = sources;
        return name -> now.stream()
                .filter(source -> source.name().equals(name))
                .mapToInt(Source::precedence)
                .findFirst()
                .orElse(Integer.MIN_VALUE);
    }

    @PostConstruct
    void readFirst() {
        read();
    }

    /** Files are compared and not watched: mounted folders don't tell of changes reliably. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAgain() {
        if (folder.hasChanged()) {
            read();
        }
    }

    private synchronized void read() {
        SourceFolder.Reading reading = folder.read();
        reading.broken()
                .forEach(file -> LOG.errorf(
                        "source file %s: %s", file.file(), file.problem().getMessage()));
        Set<Source> before = Set.copyOf(sources);
        reading.sources().stream()
                .filter(source -> !before.contains(source))
                .forEach(source -> LOG.infof("source %s read", source));
        sources = reading.sources();
        broken = reading.broken().size();
    }
}

package io.switchboard.profile.sources.imports;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for imports, and stops and resumes them. Reading is {@link ImportRunner}'s. */
@ApplicationScoped
public class Imports {
    private final TenantTransaction transaction;
    private final ImportStore store;
    private final ImportFiles files;
    private final ImportConfig config;

    Imports(TenantTransaction transaction, ImportStore store, ImportFiles files, ImportConfig config) {
        this.transaction = transaction;
        this.store = store;
        this.files = files;
        this.config = config;
    }

    /**
     * Takes a file that is sent. The caller's thread waits until it is here whole.
     *
     * @return the import's id; asking for it is {@link #ask}'s
     */
    public Sent receive(InputStream body) throws IOException {
        UUID id = UUID.randomUUID();
        return new Sent(id, files.spool(id, body));
    }

    /** A file that was sent and waits in the spool. */
    public record Sent(UUID id, long size) {}

    /** Asks for an import of what was sent; when that fails, lets go of the file. */
    public Uni<Import> ask(Source source, Format format, Sent sent, String askedBy, Instant asOf) {
        return create(source, format, sent.id(), null, sent.size(), askedBy, asOf)
                .onFailure()
                .invoke(() -> files.forget(sent.id()));
    }

    /** Asks for an import of a file in the tenant's folder; empty when there is none called so. */
    public Uni<Optional<Import>> ask(Source source, Format format, String file, String askedBy, Instant asOf)
            throws IOException {
        Optional<Path> path = files.named(source.tenant(), file);
        if (path.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return create(source, format, UUID.randomUUID(), file, Files.size(path.get()), askedBy, asOf)
                .map(Optional::of);
    }

    private Uni<Import> create(
            Source source, Format format, UUID id, @Nullable String file, long size, String askedBy, Instant asOf) {
        return transaction.in(
                source.tenant(),
                session -> store.create(session, source.tenant(), id, source.name(), format, file, askedBy, asOf, size)
                        .chain(() -> store.find(session, source.tenant(), id))
                        .map(Optional::orElseThrow));
    }

    /** Lets an import go on where it stopped; false when it did not fail and is not silent. */
    public Uni<Boolean> resume(String tenant, UUID id) {
        return transaction.in(tenant, session -> store.resume(session, tenant, id, config.deadAfter()));
    }

    /** Stops an import for good; what was taken stays taken. False when there was nothing to stop. */
    public Uni<Boolean> cancel(String tenant, UUID id) {
        return transaction
                .in(tenant, session -> store.cancel(session, tenant, id))
                .invoke(stopped -> {
                    if (stopped) {
                        files.forget(id);
                    }
                });
    }
}

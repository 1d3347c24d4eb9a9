package io.switchboard.profile.sources.imports;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.BadLuck;
import io.switchboard.profile.changes.Changes;
import io.switchboard.profile.sources.BadRecordException;
import io.switchboard.profile.sources.IncomingRecord;
import io.switchboard.profile.sources.RecordReader;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.SourceRecord.Outcome;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.sources.TakeRecords;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Reads one import to its end: in batches, each with what it adds to the import's progress in one transaction. */
@ApplicationScoped
class ImportRun {
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final long PAUSE_MILLIS = 1000;

    private final TenantTransaction transaction;
    private final ImportStore store;
    private final ImportFiles files;
    private final ImportConfig config;
    private final Throttle throttle;
    private final Sources sources;
    private final TakeRecords takeRecords;
    private final Changes changes;

    ImportRun(
            TenantTransaction transaction,
            ImportStore store,
            ImportFiles files,
            ImportConfig config,
            Throttle throttle,
            Sources sources,
            TakeRecords takeRecords,
            Changes changes) {
        this.transaction = transaction;
        this.store = store;
        this.files = files;
        this.config = config;
        this.throttle = throttle;
        this.sources = sources;
        this.takeRecords = takeRecords;
        this.changes = changes;
    }

    /** The import was cancelled, or another runner has it: nothing of the batch may count. */
    private static final class NotOursException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes an import that nobody reads. */
    Optional<Import> claim(String tenant, UUID runner) {
        return await(tenant, session -> store.claim(session, tenant, runner, config.deadAfter()));
    }

    /** Reads an import until it is done, fails, is somebody else's, or the service stops. */
    void read(String tenant, Import file, UUID runner, BooleanSupplier stopping) throws InterruptedException {
        UUID id = file.importId();
        LOG.infof("import %s of %s/%s: from line %d", id, tenant, file.source(), file.line() + 1);
        try {
            Source source = sources.find(tenant, file.source())
                    .orElseThrow(() -> new BrokenFileException("the source is not configured any more"));
            Path path = files.of(tenant, id, file.file())
                    .orElseThrow(() -> new BrokenFileException("the file is not there"));
            if (readRows(source, path, file, runner, stopping)) {
                persist(tenant, session -> store.done(session, tenant, id, runner), stopping);
                files.forget(id);
                LOG.infof("import %s: done", id);
            } else {
                await(tenant, session -> store.release(session, tenant, id, runner));
            }
        } catch (NotOursException lost) {
            LOG.infof("import %s: stopped by somebody else", id);
        } catch (BrokenFileException broken) {
            LOG.warnf("import %s: failed: %s", id, broken.getClass().getSimpleName());
            persist(tenant, session -> store.fail(session, tenant, id, runner, broken.reason()), stopping);
        } catch (IOException unreadable) {
            LOG.warnf("import %s: failed: %s", id, unreadable.toString());
            persist(
                    tenant,
                    session -> store.fail(
                            session, tenant, id, runner, "the file can't be read on: it is damaged or cut off"),
                    stopping);
        } catch (RuntimeException failure) {
            // Bad luck only comes here when the service stops: whoever looks next goes on. Anything else would come
            // again.
            if (!BadLuck.is(failure)) {
                LOG.errorf(failure, "import %s: failed", id);
                await(
                        tenant,
                        session -> store.fail(session, tenant, id, runner, "an unexpected failure; it is in the log"));
            }
        }
    }

    /** Returns whether the end was reached; otherwise the service stops. */
    private boolean readRows(Source source, Path path, Import file, UUID runner, BooleanSupplier stopping)
            throws IOException, InterruptedException {
        RowParser.Maker parsers = file.format() == Format.CSV ? CsvRows.of(source) : NdjsonRows.maker();
        long bad = 0;
        try (Rows rows = Rows.open(FileText.open(path), parsers, file.position(), file.line())) {
            while (!stopping.getAsBoolean()) {
                long start = System.nanoTime();
                List<Row> batch = next(rows);
                if (batch.isEmpty()) {
                    return true;
                }
                bad += take(source, file, runner, batch, rows, stopping);
                if (bad >= config.mostBadRows()) {
                    throw new BrokenFileException("line " + rows.line() + ": " + bad
                            + " bad rows since it began or was resumed; look at them before resuming");
                }
                pause(source.tenant(), file.importId(), runner, batch.size(), System.nanoTime() - start);
            }
        }
        return false;
    }

    private List<Row> next(Rows rows) throws IOException {
        List<Row> batch = new ArrayList<>();
        Row row;
        while (batch.size() < throttle.batch() && (row = rows.next()) != null) {
            batch.add(row);
        }
        return batch;
    }

    /** Takes a batch; returns how many of its rows are bad. */
    private int take(Source source, Import file, UUID runner, List<Row> batch, Rows rows, BooleanSupplier stopping)
            throws InterruptedException {
        List<IncomingRecord> good = new ArrayList<>();
        List<Row> bad = new ArrayList<>();
        batch.forEach(row -> sort(source, file, row, good, bad));
        long position = rows.position();
        long line = rows.line();
        long filePosition = rows.filePosition();
        String tenant = source.tenant();
        TakeRecords.Batch taken = persist(
                tenant,
                session -> takeRecords
                        .take(session, source, good)
                        .call(() -> store.keepAside(session, tenant, file.importId(), bad))
                        .call(outcome -> store.advance(
                                        session,
                                        tenant,
                                        file.importId(),
                                        runner,
                                        progress(position, line, filePosition, batch.size(), bad.size(), outcome))
                                .invoke(ours -> {
                                    if (!ours) {
                                        throw new NotOursException();
                                    }
                                })),
                stopping);
        taken.change().ifPresent(change -> subscribeAndAwait(changes.tell(tenant, change)));
        return bad.size();
    }

    private static void sort(Source source, Import file, Row row, List<IncomingRecord> good, List<Row> bad) {
        if (row.problem() != null || row.record() == null) {
            bad.add(row);
            return;
        }
        try {
            good.add(RecordReader.read(source, row.record(), file.asOf()));
        } catch (BadRecordException problem) {
            bad.add(row.because(problem.reason()));
        }
    }

    private static Progress progress(
            long position, long line, long filePosition, int read, int bad, TakeRecords.Batch taken) {
        long applied = taken.outcomes().stream()
                .filter(outcome -> outcome == Outcome.APPLIED)
                .count();
        return new Progress(
                position, line, filePosition, read, applied, taken.outcomes().size() - applied, bad);
    }

    private void pause(String tenant, UUID id, UUID runner, int rows, long nanos) throws InterruptedException {
        boolean ready = throttle.await(rows, nanos);
        while (!ready) {
            if (!await(tenant, session -> store.beat(session, tenant, id, runner))) {
                throw new NotOursException();
            }
            ready = throttle.await(0, 0);
        }
    }

    /** A database that is away or busy with others is asked again until it answers; the rows are not lost meanwhile. */
    private <T> T persist(String tenant, Function<Mutiny.Session, Uni<T>> work, BooleanSupplier stopping)
            throws InterruptedException {
        while (true) {
            try {
                return await(tenant, work);
            } catch (RuntimeException failure) {
                if (!BadLuck.is(failure) || stopping.getAsBoolean()) {
                    throw failure;
                }
                LOG.warnf("import: trying again: %s", failure.toString());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private <T> T await(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return subscribeAndAwait(transaction.in(tenant, work));
    }

    private static <T> T subscribeAndAwait(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package io.switchboard.platform.parts;

import io.switchboard.platform.process.LogTail;
import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.process.Sockets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with one database for each service that keeps any, each owned by a role of its own that is no superuser.
 * It runs with {@code fsync} off: a killed process loses nothing, a machine without power may.
 */
public final class PostgresPart implements Part {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int LINES_OF_LOG = 15;

    private final EngineSpace space;
    private final int port;
    private final List<String> databases;
    private volatile @Nullable EmbeddedPostgres server;

    /** Prepares a server on {@code port} with {@code databases}; each name is also the role and its password. */
    public PostgresPart(EngineSpace space, int port, List<String> databases) {
        this.space = space;
        this.port = port;
        this.databases = List.copyOf(databases);
    }

    @Override
    public PartName name() {
        return PartName.POSTGRES;
    }

    /** Returns the JDBC address of {@code database}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address(database);
    }

    /** Returns the address of {@code database} for Quarkus' reactive client. */
    public String reactiveUrl(String database) {
        return "postgresql://" + address(database);
    }

    private String address(String database) {
        return Sockets.HOST + ":" + port + "/" + database;
    }

    @Override
    public void launch() {
        close();
        try {
            Files.createDirectories(space.data());
            Files.createDirectories(space.log().toAbsolutePath().getParent());
            server = builder().start();
        } catch (IOException | IllegalStateException failed) {
            throw failure(failed);
        }
    }

    /** The server answers already when it was launched; what is left are its roles and databases. */
    @Override
    public void awaitReady() {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new IllegalStateException("postgres was not launched");
        }
        try {
            PostgresRoles.create(running.getPostgresDatabase(), databases);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private PartFailedException failure(Exception cause) {
        return new PartFailedException(
                "postgres did not start: " + cause.getMessage() + ". The end of " + space.log() + ":\n  "
                        + String.join("\n  ", LogTail.of(space.log(), LINES_OF_LOG)),
                cause);
    }

    private EmbeddedPostgres.Builder builder() {
        var log = ProcessBuilder.Redirect.appendTo(space.log().toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setOverrideWorkingDirectory(space.engines().resolve("postgres").toFile())
                .setDataDirectory(dataFolder())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                // Its maker turns this off, and a killed server would forget what it had acknowledged.
                .setServerConfig("synchronous_commit", "on")
                // Plans made for empty tables are kept until the tables are counted: by default that takes minutes,
                // in which a young database reads whole tables for each message.
                .setServerConfig("autovacuum_naptime", "5s")
                // After a checkpoint the first change of a page writes the whole page again. By default a long
                // import fills the log so fast that every change is a first one.
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("listen_addresses", Sockets.HOST)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setPGStartupWait(START_LIMIT);
    }

    /** The process that was started only starts the server and ends; the server itself notes its number. */
    @Override
    public Optional<ProcessHandle> process() {
        try (var lines = Files.lines(dataFolder().resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException stopped) {
            return Optional.empty();
        }
    }

    private Path dataFolder() {
        return space.data().resolve("data");
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public void kill() {
        if (server != null) {
            process().ifPresent(PostgresPart::endByForce);
            close();
        }
    }

    /** Stops the server if it runs, and in any case lets go of the lock on its data, without which none starts again. */
    private void close() {
        EmbeddedPostgres former = server;
        server = null;
        if (former == null) {
            return;
        }
        try {
            former.close();
        } catch (IOException | IllegalStateException stubborn) {
            process().ifPresent(PostgresPart::endByForce);
        }
    }

    private static void endByForce(ProcessHandle process) {
        if (process.destroyForcibly()) {
            process.onExit().join();
        }
    }
}

package io.switchboard.platform.parts;

import io.switchboard.platform.process.LogTail;
import io.switchboard.platform.process.PartFailedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
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
    public void start() {
        try {
            Files.createDirectories(space.data());
            Files.createDirectories(space.log().toAbsolutePath().getParent());
            EmbeddedPostgres started = builder().start();
            server = started;
            PostgresRoles.create(started.getPostgresDatabase(), databases);
        } catch (IOException | IllegalStateException | SQLException failed) {
            throw new PartFailedException(
                    "postgres did not start: " + failed.getMessage() + ". The end of " + space.log() + ":\n  "
                            + String.join("\n  ", LogTail.of(space.log(), LINES_OF_LOG)),
                    failed);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        var log = ProcessBuilder.Redirect.appendTo(space.log().toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setOverrideWorkingDirectory(space.engines().resolve("postgres").toFile())
                .setDataDirectory(space.data().resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", Sockets.HOST)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setPGStartupWait(START_LIMIT);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(server).map(running -> running.getProcess().toHandle());
    }

    @Override
    public void stop() {
        EmbeddedPostgres running = server;
        if (running == null || !running.getProcess().isAlive()) {
            return;
        }
        try {
            running.close();
        } catch (IOException | IllegalStateException stubborn) {
            kill();
        }
    }

    @Override
    public void kill() {
        Optional.ofNullable(server).map(EmbeddedPostgres::getProcess).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }
}

package io.switchboard.platform.testing;

import io.switchboard.platform.Checkout;
import io.switchboard.platform.parts.EngineSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A private folder below the tested module's {@code target} for one engine of one test run. Who times something on data that
 * takes long to make keeps it: {@code -Dengine.postgres=/somewhere} holds PostgreSQL's data from run to run.
 */
final class TestSpace {
    private TestSpace() {}

    static EngineSpace fresh(String engine) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "engines").toAbsolutePath());
            Path folder = Files.createTempDirectory(parent, engine + "-");
            String kept = System.getProperty("engine." + engine);
            Path data = kept == null ? folder.resolve("data") : Files.createDirectories(Path.of(kept));
            return new EngineSpace(Checkout.find().engines(), data, folder.resolve("log"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The test's own folder can't be made", unwritable);
        }
    }
}

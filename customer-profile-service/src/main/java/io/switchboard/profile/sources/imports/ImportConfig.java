package io.switchboard.profile.sources.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/** How files are imported. */
@ConfigMapping(prefix = "switchboard.imports")
public interface ImportConfig {
    /** The folder of files to import; a tenant's are in the folder called as the tenant. */
    @WithDefault("deploy/imports")
    Path dir();

    /** Where sent files wait until they are read; with several replicas a folder that all of them see. */
    @WithDefault("${java.io.tmpdir}/switchboard-imports")
    Path spool();

    /** The largest body that is taken. */
    @WithDefault("16G")
    MemorySize maxSize();

    /** How many rows are taken in one transaction. */
    @WithDefault("200")
    int batch();

    /** How many rows are taken in one transaction while messages come: what they wait for is short. */
    @WithDefault("50")
    @Min(1)
    int batchBesideMessages();

    /** The least share of the time that an import works, however many messages come; it rests while they are read. */
    @WithDefault("0.25")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double shareBesideMessages();

    /** The most rows a second, so that the database has room for messages; 0 for as many as there can be. */
    @WithDefault("4000")
    int rowsPerSecond();

    /** While messages are further behind than this an import pauses. */
    @WithDefault("PT0.25S")
    Duration pauseBehind();

    /** After so many bad rows in one run it is the file that is wrong: the import stops, and can be resumed. */
    @WithDefault("10000")
    long mostBadRows();

    /** After so long without a sign of life another replica goes on with an import. */
    @WithDefault("PT30S")
    Duration deadAfter();

    /** How often it is looked for something to read. */
    @WithDefault("PT2S")
    Duration lookEvery();
}

package io.switchboard.platform.parts;

import java.nio.file.Path;

/**
 * Where an engine finds its program and keeps what is its own.
 *
 * @param engines what the build of {@code deploy/engines} brought
 * @param data the engine's own folder, kept from run to run
 * @param log gets its output
 */
public record EngineSpace(Path engines, Path data, Path log) {}

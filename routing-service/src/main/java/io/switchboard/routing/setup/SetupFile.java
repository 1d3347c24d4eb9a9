package io.switchboard.routing.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A file that describes a centre, read.
 *
 * @param name of the file
 * @param document what it says
 */
record SetupFile(String name, SetupDocument document) {

    /** Reads a file's content. Never fails: what is wrong is in the problems. */
    static SetupFile of(String name, byte[] content) {
        return new SetupFile(name, SetupDocument.ofYaml(new String(content, UTF_8)));
    }

    static SetupFile unusable(String name, List<String> problems) {
        return new SetupFile(name, SetupDocument.unusable(problems));
    }

    List<String> problems() {
        return document.problems();
    }
}

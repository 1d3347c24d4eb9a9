package io.switchboard.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in this repository. */
final class Checkout {
    static final Path ROOT = root();
    static final Path K8S = ROOT.resolve("k8s");
    /** What this module may write to. */
    static final Path TARGET = ROOT.resolve("deploy/k8s-check/target");

    private Checkout() {}

    /** Returns every file below {@code folder} whose name ends in {@code suffix}, in order; none if there is no folder. */
    static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("k8s/services"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Not started within a checkout that has k8s/services");
            }
        }
        return folder;
    }
}

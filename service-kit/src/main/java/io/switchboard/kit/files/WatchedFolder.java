package io.switchboard.kit.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of YAML files, and of secrets beside them. Not for use by two threads at once. */
public final class WatchedFolder {
    private static final int DEPTH = 3;

    private final Path folder;
    private Map<Path, String> seen = Map.of();

    /** Watches {@code folder}, which need not be there yet. */
    public WatchedFolder(Path folder) {
        this.folder = folder;
    }

    /** Tells whether any file changed, came or went since the last look, also one that is no YAML. */
    public boolean hasChanged() {
        return !stamps().equals(seen);
    }

    /** Takes note of how the folder is now; returns its YAML files, by their names. */
    public List<Path> look() {
        seen = stamps();
        return seen.keySet().stream().filter(WatchedFolder::isYaml).toList();
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Links are followed: a cluster mounts files as links that it exchanges. */
    private Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file -> !hidden(file))
                    .filter(Files::isRegularFile)
                    .forEach(file -> stamps.put(file, stamp(file)));
        } catch (IOException | UncheckedIOException e) {
            return stamps;
        }
        return stamps;
    }

    private boolean hidden(Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone";
        }
    }
}

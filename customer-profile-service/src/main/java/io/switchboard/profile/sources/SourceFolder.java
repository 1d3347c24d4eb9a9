package io.switchboard.profile.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of source files, and the last good version of each.
 *
 * <p>A file that breaks keeps its last good version: a slip of the pen must not send every record to the dead letters. A
 * file that is gone takes its source with it; what came from it stays. Not for use by two threads at once.
 */
final class SourceFolder {
    private final Path folder;
    private final Map<Path, Source> good = new TreeMap<>();
    private Map<Path, String> seen = Map.of();

    /**
     * A file that can't be used.
     *
     * @param file its name
     * @param problem the field and what is wrong with it
     */
    record Broken(String file, BrokenSourceException problem) {}

    /**
     * What a reading brought.
     *
     * @param sources every source that can be used
     * @param broken every file that can't
     */
    record Reading(List<Source> sources, List<Broken> broken) {}

    SourceFolder(Path folder) {
        this.folder = folder;
    }

    /** Tells whether anything changed since the last reading: a source's file, or a secret beside it. */
    boolean hasChanged() {
        return !stamps().equals(seen);
    }

    /** Reads every file. */
    Reading read() {
        seen = stamps();
        List<Broken> broken = new ArrayList<>();
        good.keySet().retainAll(seen.keySet());
        Map<String, Path> taken = new HashMap<>();
        seen.keySet().stream().filter(SourceFolder::isSource).forEach(file -> {
            try {
                Source source = SourceFile.read(file);
                Path other = taken.putIfAbsent(source.name(), file);
                if (other != null) {
                    good.remove(file);
                    throw new BrokenSourceException("source", "is the name of " + other.getFileName() + " already");
                }
                good.put(file, source);
            } catch (BrokenSourceException problem) {
                broken.add(new Broken(file.getFileName().toString(), problem));
                Source last = good.get(file);
                if (last != null && taken.putIfAbsent(last.name(), file) != null) {
                    good.remove(file);
                }
            }
        });
        return new Reading(List.copyOf(good.values()), broken);
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Links are followed: a cluster mounts files as links that it exchanges. */
    private Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 3, FileVisitOption.FOLLOW_LINKS)) {
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

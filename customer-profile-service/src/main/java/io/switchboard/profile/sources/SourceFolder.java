package io.switchboard.profile.sources;

import io.switchboard.kit.files.WatchedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of source files, and the last good version of each.
 *
 * <p>A file that breaks keeps its last good version: a slip of the pen must not send every record to the dead letters. A
 * file that is gone takes its source with it; what came from it stays. Not for use by two threads at once.
 */
final class SourceFolder {
    private final WatchedFolder folder;
    private final Map<Path, Source> good = new TreeMap<>();

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
        this.folder = new WatchedFolder(folder);
    }

    /** Tells whether anything changed since the last reading: a source's file, or a secret beside it. */
    boolean hasChanged() {
        return folder.hasChanged();
    }

    /** Reads every file. */
    Reading read() {
        List<Path> files = folder.look();
        List<Broken> broken = new ArrayList<>();
        good.keySet().retainAll(files);
        Map<String, Path> taken = new HashMap<>();
        files.forEach(file -> {
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
}

package io.switchboard.routing.setup;

import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder with one YAML file for each centre. */
final class SetupFolder {
    private final Path folder;

    SetupFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads every file, in the order of their names. Of two files for one centre the second cannot be used.
     *
     * @throws IOException when the folder cannot be read
     */
    List<SetupFile> read() throws IOException {
        List<Path> paths;
        try (Stream<Path> entries = Files.list(folder)) {
            paths = entries.filter(SetupFolder::isYaml).sorted().toList();
        }
        Map<String, String> fileByCentre = new HashMap<>();
        List<SetupFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(alone(read(path), fileByCentre));
        }
        return files;
    }

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static SetupFile read(Path path) {
        String name = path.getFileName().toString();
        try {
            return SetupFile.of(name, Files.readAllBytes(path));
        } catch (IOException unreadable) {
            return SetupFile.unusable(name, List.of("the file: cannot be read"));
        }
    }

    private static SetupFile alone(SetupFile file, Map<String, String> fileByCentre) {
        SetupDocument.@Nullable Sound sound = file.document().sound();
        if (sound == null) {
            return file;
        }
        RoutingSetup setup = sound.setup();
        @Nullable String other = fileByCentre.putIfAbsent(Keys.centre(setup.tenant(), setup.centre()), file.name());
        return other == null
                ? file
                : SetupFile.unusable(file.name(), List.of("centre: " + other + " describes it already"));
    }
}

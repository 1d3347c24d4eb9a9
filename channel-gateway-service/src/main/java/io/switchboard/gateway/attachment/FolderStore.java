package io.switchboard.gateway.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An object store that is a folder. */
@ApplicationScoped
public class FolderStore implements ObjectStore {
    /** No dots: a reference can't climb out of the folder. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

    private final Path folder;

    FolderStore(AttachmentConfig config) {
        this.folder = config.state().dir().resolve("attachments").toAbsolutePath();
    }

    @Override
    public void put(String reference, byte[] bytes) throws IOException {
        Path file = file(reference);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "fresh", null);
        try {
            Files.write(fresh, bytes);
            // A reader sees the whole file or none.
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    @Override
    public Optional<byte[]> get(String reference) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(reference)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String reference) throws IOException {
        Path below = file(reference);
        if (Files.isDirectory(below)) {
            try (Stream<Path> files = Files.walk(below)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(String reference) throws IOException {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IOException("not a reference");
        }
        return folder.resolve(reference);
    }
}

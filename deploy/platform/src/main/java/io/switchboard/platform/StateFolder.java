package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a suite keeps: data, logs, pid files.
 *
 * @param root its path, absolute
 */
public record StateFolder(Path root) {
    /** The file that the running launcher holds locked. */
    static final String LOCK = "lock";

    /** Makes the path absolute: other processes get it. */
    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Returns the folder in which {@code part} keeps what must outlive a restart. */
    public Path data(PartName part) {
        return root.resolve("data").resolve(part.label());
    }

    /** Returns the log file of {@code part}. */
    public Path log(PartName part) {
        return root.resolve("log").resolve(part.label() + ".log");
    }

    /** Returns the folder of the pid files. */
    public Path pids() {
        return root.resolve("pid");
    }

    /** Returns the file that the running launcher holds locked. */
    public Path lock() {
        return root.resolve(LOCK);
    }

    /** Creates the folder where it is missing. */
    public void create() throws IOException {
        Files.createDirectories(root.resolve("log"));
        Files.createDirectories(pids());
    }

    /** Empties the folder, but for the lock, which the caller holds. Links are removed, never followed. */
    public void empty() throws IOException {
        Files.walkFileTree(root, new Emptying());
        create();
    }

    private final class Emptying extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.equals(lock())) {
                Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
            if (failed != null) {
                throw failed;
            }
            if (!folder.equals(root)) {
                Files.delete(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}

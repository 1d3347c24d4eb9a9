package io.switchboard.profile.sources.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the files are that imports read: sent ones in the spool, others in the tenant's folder. */
@ApplicationScoped
public class ImportFiles {
    private static final Logger LOG = Logger.getLogger(ImportFiles.class);
    /** No slash and no dot in front, so that a name leads nowhere else. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

    private final ImportConfig config;

    ImportFiles(ImportConfig config) {
        this.config = config;
    }

    /** More was sent than is taken. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("more than is taken");
        }
    }

    /**
     * Keeps what is sent until it is read; nothing when it breaks off.
     *
     * @return its size in bytes
     * @throws TooLargeException when it is larger than is taken
     */
    long spool(UUID id, InputStream body) throws IOException {
        Path part = spooled(id).resolveSibling(id + ".part");
        Files.createDirectories(config.spool());
        try (OutputStream out = Files.newOutputStream(part)) {
            long limit = config.maxSize().asLongValue();
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            int read;
            while ((read = body.read(buffer)) >= 0) {
                size += read;
                if (size > limit) {
                    throw new TooLargeException();
                }
                out.write(buffer, 0, read);
            }
            Files.move(part, spooled(id));
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Returns a tenant's file in the import folder, if there is one called so. Links lead elsewhere, so they don't count. */
    Optional<Path> named(String tenant, String name) {
        return NAME.matcher(tenant).matches() && NAME.matcher(name).matches()
                ? Optional.of(config.dir().resolve(tenant).resolve(name))
                        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                : Optional.empty();
    }

    /** Returns the file an import reads, if it is there. */
    Optional<Path> of(String tenant, UUID id, @Nullable String file) {
        return file == null ? Optional.of(spooled(id)).filter(Files::isRegularFile) : named(tenant, file);
    }

    /** Lets go of what was sent; files of the folder are others'. */
    void forget(UUID id) {
        try {
            Files.deleteIfExists(spooled(id));
        } catch (IOException e) {
            LOG.warnf(
                    "import %s: its file stays in the spool: %s",
                    id, e.getClass().getSimpleName());
        }
    }

    private Path spooled(UUID id) {
        return config.spool().resolve(id.toString());
    }
}

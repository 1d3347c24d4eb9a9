package io.switchboard.profile.sources.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file as text: as it is, or unpacked when it begins as gzip does. */
final class FileText implements Closeable {
    private static final int GZIP = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Counting file;
    private final InputStream text;

    private FileText(Path path, Counting file, InputStream text) {
        this.path = path;
        this.file = file;
        this.text = text;
    }

    static FileText open(Path path) throws IOException {
        Counting file = new Counting(Files.newInputStream(path));
        try {
            BufferedInputStream buffered = new BufferedInputStream(file, BUFFER);
            buffered.mark(2);
            int magic = buffered.read() << 8 | buffered.read();
            buffered.reset();
            return new FileText(path, file, magic == GZIP ? new GZIPInputStream(buffered, BUFFER) : buffered);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Closes this one and begins anew. */
    FileText again() throws IOException {
        close();
        return open(path);
    }

    /** Returns the text from its beginning on. */
    InputStream stream() {
        return text;
    }

    /** Returns how much of the file was read, in bytes. */
    long position() {
        return file.count;
    }

    @Override
    public void close() throws IOException {
        text.close();
        file.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count += skipped;
            return skipped;
        }
    }
}

package io.switchboard.lab.corpus;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder of corpora, each in a folder of its own below. */
final class Folder {
    private static final CsvMapper CSV = new CsvMapper();

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    /** Returns the lines of a file that have something; a letter that is no UTF-8 becomes a question mark. */
    List<String> lines(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(existing(file));
        // Not lines(): some texts have a carriage return or a line separator within.
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\r?\n"));
    }

    /** Returns the rows of a file with a heading, by the names of the heading. */
    List<Map<String, String>> table(String file, char separator) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(schema)
                .readValues(existing(file).toFile())) {
            return rows.readAll();
        }
    }

    /** Returns the names of the folders below one. */
    List<String> below(String folder) throws IOException {
        try (var folders = Files.list(existing(folder))) {
            return folders.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private Path existing(String file) throws IOException {
        Path at = path.resolve(file);
        if (!Files.exists(at)) {
            throw new IOException(
                    "Expected " + at + "; understanding-lab/README.md says what each corpus must look like");
        }
        return at;
    }
}

package io.switchboard.profile.sources.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.switchboard.profile.sources.FieldRule;
import io.switchboard.profile.sources.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are read row by row, whatever is wrong with some of them, and reading goes on where it stopped. */
class RowsTest {
    private static final Source CRM = new Source(
            "crm",
            "acme",
            "main",
            1,
            JsonPointer.compile("/id"),
            Optional.empty(),
            ',',
            Map.of("name", new FieldRule(JsonPointer.compile("/name"), false, Map.of(), null)),
            Set.of(),
            Optional.empty());

    private Path file;

    @AfterTry
    @org.junit.jupiter.api.AfterEach
    void remove() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void whatIsWrongIsSaidByLineAndNothingElseIsLost() throws IOException {
        write("\uFEFFid,name\r\n"
                + "1,Mia\r\n"
                + "2,\"Mia, née\n\"\"X\"\"\"\n"
                + "3,\"open,\n"
                + "4,\"Sam\"\n"
                + "\n"
                + "5,too,many\n"
                + "6,\"closed\" early\n"
                + "7,last");
        assertThat(csv())
                .containsExactly(
                        "2 {\"id\":\"1\",\"name\":\"Mia\"}",
                        "3 {\"id\":\"2\",\"name\":\"Mia, née\\n\\\"X\\\"\"}",
                        "5 " + RowCutter.OPEN_QUOTE + " <3,\"open,>",
                        "6 {\"id\":\"4\",\"name\":\"Sam\"}",
                        "8 the row has 3 columns, the header 2 <5,too,many>",
                        "9 " + RowCutter.OPEN_QUOTE + " <6,\"closed\" early>",
                        "10 {\"id\":\"7\",\"name\":\"last\"}");
    }

    @Test
    void aQuoteThatSwallowsLinesIsFoundByTheColumns() throws IOException {
        // The second quote ends the value properly, but a line too late.
        write("id,name\n1,\"a\n2\",b,c\n3,d\n");
        assertThat(csv())
                .containsExactly(
                        "2 " + RowCutter.OPEN_QUOTE + " <1,\"a>",
                        "3 the row has 3 columns, the header 2 <2\",b,c>",
                        "4 {\"id\":\"3\",\"name\":\"d\"}");
    }

    @Test
    void aLineOfAnotherEncodingIsBadAndShown() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("id,name\n1,".getBytes(UTF_8));
        bytes.write("José".getBytes(ISO_8859_1));
        bytes.write("\n2,José\n".getBytes(UTF_8));
        write(bytes.toByteArray());
        assertThat(csv())
                .containsExactly(
                        "2 the line is not UTF-8; it is shown as ISO 8859-1 <1,José>",
                        "3 {\"id\":\"2\",\"name\":\"José\"}");
    }

    @Test
    void aRowThatNeverEndsIsBadAndTheNextIsRead() throws IOException {
        write("id,name\n1," + "x".repeat(3 << 20) + "\n2,Mia\n");
        List<String> rows = csv();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).startsWith("2 " + RowCutter.TOO_LONG).hasSizeLessThan(1200);
        assertThat(rows.getLast()).isEqualTo("3 {\"id\":\"2\",\"name\":\"Mia\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,mail|line 1: the source's file names columns that the header has not: id; the header has: name, mail",
                "id;name|line 1: the source's file names columns that the header has not: id, name; the header has: id;name",
                "id,name,id|line 1: the column \"id\" is there twice",
            })
    void aWrongHeaderIsRefused(String header, String reason) throws IOException {
        write(header + "\n1,2,3\n");
        assertThatThrownBy(this::csv).isInstanceOf(BrokenFileException.class).hasMessage(reason);
    }

    @Test
    void anEmptyFileOrOneOfAnotherEncodingIsRefused() throws IOException {
        write("");
        assertThatThrownBy(this::csv).hasMessage("line 1: the file is empty; the first line names the columns");
        write("id,name\n1,Mia\n".getBytes(java.nio.charset.StandardCharsets.UTF_16));
        assertThatThrownBy(this::csv).hasMessage("line 1: the header is not UTF-8");
    }

    @Test
    void linesOfJsonAreReadOneByOneAlsoThoseThatWereMended() throws IOException {
        write("{\"id\":1}\n{\"id\":\n[1]\n\n{\"line\":7,\"reason\":\"x\",\"record\":{\"id\":2}}\n{\"id\":3,\"id\":4}");
        assertThat(ndjson())
                .containsExactly(
                        "1 {\"id\":1}",
                        "2 the line is not JSON <{\"id\":>",
                        "3 the line is not a JSON object <[1]>",
                        "5 {\"id\":2}",
                        "6 the line is not JSON <{\"id\":3,\"id\":4}>");
    }

    @Test
    void aPackedFileIsUnpackedAndOneThatIsCutOffFails() throws IOException {
        byte[] packed = gzip("id,name\n" + "1,Mia\n".repeat(20_000));
        write(packed);
        assertThat(csv()).hasSize(20_000);
        write(java.util.Arrays.copyOf(packed, packed.length - 9));
        assertThatThrownBy(this::csv).isInstanceOf(IOException.class);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("a,\"\n\r é\u20ac")
                .ofMaxLength(6)
                .map(text -> "\"" + text.replace("\"", "\"\"") + "\"");
        Arbitrary<String> row = Arbitraries.frequencyOf(
                Tuple.of(6, value.list().ofSize(2).map(values -> String.join(",", values))),
                Tuple.of(2, Arbitraries.strings().withChars("ab,\" ").ofMaxLength(8)));
        return row.list().ofMaxSize(12);
    }

    /** Stopping after any row and going on from there gives what reading at once gives. */
    @Property(tries = 300)
    void readingGoesOnWhereItStopped(@ForAll("texts") List<String> rows, @ForAll boolean packed) throws IOException {
        String text = "id,name\n" + rows.stream().map(row -> row + "\n").collect(Collectors.joining());
        write(packed ? gzip(text) : text.getBytes(UTF_8));
        List<String> atOnce = csv();
        List<String> oneByOne = new ArrayList<>();
        long position = 0;
        long line = 0;
        while (true) {
            try (Rows open = Rows.open(FileText.open(file), CsvRows.of(CRM), position, line)) {
                Row row = open.next();
                if (row == null) {
                    break;
                }
                oneByOne.add(told(row));
                position = open.position();
                line = open.line();
            }
        }
        assertThat(oneByOne).isEqualTo(atOnce);
    }

    /** What is written by the rules is read as it was. */
    @Property(tries = 300)
    void everyProperRowIsRead(@ForAll("values") List<List<String>> rows) throws IOException {
        write("id,name\n"
                + rows.stream()
                        .map(row -> row.stream()
                                        .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                                        .collect(Collectors.joining(","))
                                + "\r\n")
                        .collect(Collectors.joining()));
        List<List<String>> read = new ArrayList<>();
        try (Rows open = Rows.open(FileText.open(file), CsvRows.of(CRM), 0, 0)) {
            for (Row row = open.next(); row != null; row = open.next()) {
                read.add(List.of(
                        row.record().get("id").asText(),
                        row.record().get("name").asText()));
            }
        }
        assertThat(read).isEqualTo(rows);
    }

    @Provide
    Arbitrary<List<List<String>>> values() {
        return Arbitraries.strings()
                .withChars("a,;\"\n é\u20ac")
                .ofMaxLength(8)
                .list()
                .ofSize(2)
                .list()
                .ofMaxSize(8);
    }

    private List<String> csv() throws IOException {
        return all(CsvRows.of(CRM));
    }

    private List<String> ndjson() throws IOException {
        return all(NdjsonRows.maker());
    }

    private List<String> all(RowParser.Maker parsers) throws IOException {
        List<String> told = new ArrayList<>();
        try (Rows rows = Rows.open(FileText.open(file), parsers, 0, 0)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                told.add(told(row));
            }
        }
        return told;
    }

    private static String told(Row row) {
        return row.line() + " "
                + (row.problem() == null ? String.valueOf(row.record()) : row.problem() + " <" + row.raw() + ">");
    }

    private void write(String text) throws IOException {
        write(text.getBytes(UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        remove();
        file = Files.createTempFile("rows", ".csv");
        Files.write(file, bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}

package io.switchboard.profile.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFolderTest {
    private static final String GOOD = """
            source: crm
            tenant: acme
            centre: main
            precedence: 50
            id: /id
            fields:
              name: /name
              email: {from: mail, lower: true}
              tier: {from: segment, map: {A: gold}}
              born: {from: born, date: dd.MM.yyyy}
            links: [email]
            lookup:
              url: https://crm.example/customers/{id}?mail={email}
              timeout: PT0.2S
              headerFiles: {Authorization: secrets/token}
            """;

    @TempDir
    Path dir;

    private SourceFolder folder;

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(dir.resolve("secrets"));
        Files.writeString(dir.resolve("secrets/token"), "Bearer s3cret\n");
        Files.writeString(dir.resolve("crm.yaml"), GOOD);
        folder = new SourceFolder(dir);
    }

    @Test
    void aSourceIsReadWithItsSecrets() {
        Source source = folder.read().sources().getFirst();
        assertThat(source).hasToString("acme/crm");
        assertThat(source.precedence()).isEqualTo(50);
        assertThat(source.fields()).containsOnlyKeys("name", "email", "tier", "born");
        assertThat(source.links()).containsExactly("email");
        var lookup = source.lookup().orElseThrow();
        assertThat(lookup.headers()).containsEntry("Authorization", "Bearer s3cret");
        assertThat(lookup.timeout()).hasMillis(200);
        assertThat(source.lookup()).asString().doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant: acme|tenant: Acme Inc|tenant",
                "tenant: acme|x: y|x",
                "precedence: 50|precedence: high|precedence",
                "precedence: 50|precedence: 1.5|precedence",
                "id: /id|centre2: /id|centre2",
                "name: /name|na me: /name|fields.na me",
                "lower: true|upper: true|fields.email.upper",
                "lower: true|lower: perhaps|fields.email.lower",
                "date: dd.MM.yyyy|date: ddd.q|fields.born.date",
                "links: [email]|links: [name]|links",
                "links: [email]|links: [phone]|links",
                "tenant: acme|tenant: [|line 4",
                "tenant: acme|source: crm|line 2",
                "https://crm.example/|https://{id}.example/|lookup.url",
                "https://crm.example/|https://crm.example:{id}/|lookup.url",
                "https://crm.example/|file:///etc/|lookup.url",
                "https://crm.example/|https://me:pw@crm.example/|lookup.url",
                "{id}|{password}|lookup.url",
                "PT0.2S|PT1M|lookup.timeout",
                "secrets/token|secrets/none|lookup.headerFiles.Authorization",
            })
    void aBrokenFileIsNamedByItsFieldAndTheLastGoodVersionStays(String good, String bad, String field)
            throws Exception {
        List<Source> before = folder.read().sources();
        Files.writeString(dir.resolve("crm.yaml"), GOOD.replace(good, bad));
        assertThat(folder.hasChanged()).isTrue();
        SourceFolder.Reading reading = folder.read();
        assertThat(reading.sources()).isEqualTo(before);
        assertThat(reading.broken()).hasSize(1);
        assertThat(reading.broken().getFirst().file()).isEqualTo("crm.yaml");
        assertThat(reading.broken().getFirst().problem().field()).isEqualTo(field);
        assertThat(reading.broken().getFirst().problem()).message().doesNotContain("s3cret");
    }

    @Test
    void oneNameHasOneFile() throws Exception {
        Files.writeString(dir.resolve("two.yaml"), GOOD.replace("acme", "globex"));
        SourceFolder.Reading reading = folder.read();
        assertThat(reading.sources()).extracting(Source::tenant).containsExactly("acme");
        assertThat(reading.broken()).extracting(SourceFolder.Broken::file).containsExactly("two.yaml");
    }

    @Test
    void aFileThatIsGoneTakesItsSourceWithIt() throws Exception {
        folder.read();
        Files.delete(dir.resolve("crm.yaml"));
        assertThat(folder.hasChanged()).isTrue();
        assertThat(folder.read().sources()).isEmpty();
    }
}

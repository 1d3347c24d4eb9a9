package io.switchboard.profile.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {
    private static final Instant CAME = Instant.parse("2026-05-04T12:00:00Z");
    private final Source crm = SourceFile.read(Path.of("src/test/sources/crm.yaml"));

    @Test
    void aRecordIsReadByItsSourcesFile() throws Exception {
        var record = read("""
                {"id": 4711, "changedAt": "2026-03-01T10:00:00+01:00", "name": " Mia ", "email": "Mia@Customer.Example",
                 "segment": "A", "lang": "pt_BR", "vulnerable": "YES", "optIn": false, "born": "31.01.1980", "x": {}}
                """);
        assertThat(record.recordId()).isEqualTo("4711");
        assertThat(record.at()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(record.fields())
                .isEqualTo(Map.of(
                        "name", "Mia",
                        "email", "mia@customer.example",
                        "tier", "gold",
                        "language", "pt-BR",
                        "vulnerable", "true",
                        "consent.email", "false",
                        "birthday", "1980-01-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "1772359200, 2026-03-01T10:00:00Z",
        "1772359200000, 2026-03-01T10:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "'', 2026-05-04T12:00:00Z",
    })
    void aTimeIsReadAsSystemsWriteIt(String written, String at) throws Exception {
        assertThat(read("{\"id\":\"1\",\"changedAt\":\"" + written + "\"}").at())
                .isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|the record has no id",
                "[]|the record has no id",
                "{\"id\": {}}|id is not a single value",
                "{\"id\": \"1\", \"vulnerable\": \"perhaps\"}|vulnerable is not true or false",
                "{\"id\": \"1\", \"lang\": \"German!\"}|language is not a language tag such as de or pt-BR",
                "{\"id\": \"1\", \"born\": \"31.02.1980\"}|birthday is not a date like dd.MM.yyyy",
                "{\"id\": \"1\", \"name\": []}|name is not a single value",
                "{\"id\": \"1\", \"changedAt\": \"2999-01-01\"}|at is in the future",
                "{\"id\": \"a\\u0007b\"}|the id is longer than 200 characters or has control characters",
            })
    void whatCanNotBeTakenIsRefusedByField(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadRecordException.class)
                .hasMessage(reason);
    }

    private IncomingRecord read(String json) throws Exception {
        return RecordReader.read(crm, JsonMapper.builder().build().readTree(json), CAME);
    }
}

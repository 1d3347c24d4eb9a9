package io.switchboard.routing.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MeasuresPageTest {

    @Test
    void thePageNamesEveryCount() throws IOException {
        String page = Files.readString(Path.of("../docs/measures.md"));
        for (Count count : Count.values()) {
            assertThat(page).contains("`" + count + "`");
        }
    }
}

package io.switchboard.gateway.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins = new Origins(Set.of("https://desk.acme.example"));

    @Test
    void ourOwnAndListedPagesMayAct() {
        assertThat(origins.mayAct("https://gateway.example", "gateway.example")).isTrue();
        assertThat(origins.mayAct("http://LOCALHOST:8080", "localhost:8080")).isTrue();
        assertThat(origins.mayAct("https://desk.acme.example", "gateway.example"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "https://gateway.example.evil.example",
                "https://gateway.example:444",
                "https://user@gateway.example",
                "http://desk.acme.example",
                "https://desk.acme.example.evil.example",
                "gateway.example",
                "not an origin"
            })
    void otherPagesMayNot(String origin) {
        assertThat(origins.mayAct(origin, "gateway.example")).isFalse();
    }

    @Test
    void withoutAHostNothingIsOurs() {
        assertThat(origins.mayAct("https://gateway.example", null)).isFalse();
    }
}

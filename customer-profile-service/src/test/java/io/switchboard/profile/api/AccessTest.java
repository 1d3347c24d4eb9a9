package io.switchboard.profile.api;

import static io.restassured.RestAssured.given;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every endpoint that the OpenAPI document has, asked by every role: nobody is answered whom {@code access.txt} does not name. */
@ComponentTest
class AccessTest {
    private static final List<String> ROLES = List.of("agent", "supervisor", "integration", "analyst", "admin");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final String tenant = aTenant();

    /** Roles by method and path, as people wrote them down. */
    private static Map<String, Set<String>> allowed() throws IOException {
        Map<String, Set<String>> allowed = new TreeMap<>();
        try (InputStream file = AccessTest.class.getResourceAsStream("/access.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.strip().split("\\s+");
                        allowed.put(parts[0] + " " + parts[1], new TreeSet<>(Arrays.asList(parts[2].split(","))));
                    });
        }
        return allowed;
    }

    private static Set<String> endpoints() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> all = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> all.add(method.toUpperCase() + " " + path)));
        return all;
    }

    @Test
    void everyEndpointIsWrittenDown() throws IOException {
        assertThat(endpoints()).isEqualTo(allowed().keySet()).hasSizeGreaterThan(10);
    }

    @Test
    void nobodyElseIsAnswered() throws IOException {
        var soft = new SoftAssertions();
        allowed().forEach((endpoint, roles) -> {
            soft.assertThat(ask(endpoint, given()))
                    .as("%s without a token", endpoint)
                    .isEqualTo(401);
            for (String role : ROLES) {
                int status = ask(endpoint, given().auth().oauth2(Tokens.of(role, tenant)));
                if (roles.contains(role)) {
                    soft.assertThat(status)
                            .as("%s as %s", endpoint, role)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    soft.assertThat(status).as("%s as %s", endpoint, role).isEqualTo(403);
                }
            }
        });
        soft.assertAll();
    }

    private static int ask(String endpoint, RequestSpecification who) {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replace("{channel}", "email")
                .replace("{source}", "crm")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        RequestSpecification request = parts[0].equals("GET")
                ? who
                : who.contentType("application/json").body("{}");
        return request.request(parts[0], path).statusCode();
    }
}

package io.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the services trust in a token must not be for its bearer to choose. */
class RealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode realm;

    RealmTest() throws Exception {
        realm = JSON.readTree(Checkout.find()
                .root()
                .resolve("deploy/keycloak/switchboard-realm.json")
                .toFile());
    }

    @Test
    void noUserMayChangeTheirOwnTenantOrCentre() throws Exception {
        JsonNode profile = JSON.readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .path("kc.user.profile.config")
                .get(0)
                .asText());
        for (String name : List.of("tenant", "centre")) {
            JsonNode attribute = named(profile.path("attributes"), "name", name);
            assertThat(attribute.at("/permissions/edit")).as(name).hasSize(1);
            assertThat(attribute.at("/permissions/edit/0").asText()).isEqualTo("admin");
        }
    }

    @Test
    void everyClientPutsTenantCentreAndAudienceIntoItsTokens() {
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("protocolMappers").findValuesAsText("name"))
                    .as(client.path("clientId").asText())
                    .contains("tenant", "centre", "audience");
        }
    }

    @Test
    void theDeskMustProveThatItAskedForTheCode() {
        JsonNode desk = named(realm.path("clients"), "clientId", "desk");

        assertThat(desk.path("publicClient").asBoolean()).isFalse();
        assertThat(desk.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(desk.path("redirectUris"))
                .allMatch(uri -> uri.asText().matches("http://(localhost|127\\.0\\.0\\.1)/\\*"));
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(field).asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

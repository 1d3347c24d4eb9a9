package io.switchboard.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kustomization renders, and what comes out could be applied. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KustomizationsTest {
    static final List<String> SERVICES =
            List.of("channel-gateway-service", "sentiment-service", "customer-profile-service", "routing-service");

    private final Map<String, Rendering> renderings = Kustomizations.good().parallelStream()
            .map(Kustomizations::render)
            .collect(Collectors.toMap(Rendering::toString, each -> each));

    Stream<Rendering> good() {
        return renderings.values().stream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void keepsEveryRule(Rendering rendering) {
        assertThat(rendering.manifests()).as("what %s renders", rendering).isNotEmpty();
        assertThat(Rules.problems(rendering)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceIsAllThere(String service) {
        for (String variant : List.of("base", "overlays/dev", "overlays/prod")) {
            Rendering rendering = rendering("services/" + service + "/" + variant);
            assertThat(rendering.manifests().stream().map(Manifest::kind))
                    .contains("Service", "ServiceAccount", "ConfigMap", "PodDisruptionBudget", "NetworkPolicy");
            assertThat(rendering.workloads()).extracting(Manifest::name).containsExactly(service);
        }
    }

    @Test
    void onlyRoutingHasNamedReplicas() {
        Rendering suite = rendering("suite/overlays/prod");

        assertThat(suite.of("StatefulSet")).extracting(Manifest::name).containsExactly("routing-service");
        assertThat(suite.of("Deployment"))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrderElementsOf(SERVICES.stream()
                        .filter(each -> !each.equals("routing-service"))
                        .toList());
    }

    /** Not in the small folder for temporary files, and where another replica finds it when this one dies. */
    @Test
    void aFileToImportWaitsInAClaim() {
        Rendering rendering = rendering("services/customer-profile-service/overlays/prod");
        Manifest profile = rendering.workloads().getFirst();
        String spool = EnvironmentRule.variables(rendering, profile).getOrDefault("SWITCHBOARD_IMPORTS_SPOOL", "");
        List<String> claims = profile.pod().at("volumes").list().stream()
                .filter(each -> each.at("persistentVolumeClaim").exists())
                .map(each -> each.at("name").text())
                .toList();

        assertThat(profile.serving().getFirst().at("volumeMounts").list())
                .filteredOn(each -> claims.contains(each.at("name").text()))
                .anyMatch(each -> spool.startsWith(each.at("mountPath").text() + "/"));
    }

    @Test
    void theSuiteIsItsServicesAndTheNamespace() {
        for (String variant : List.of("dev", "prod")) {
            Rendering suite = rendering("suite/overlays/" + variant);
            Stream<Rendering> parts = Stream.concat(
                            Stream.of("base"),
                            SERVICES.stream().map(each -> "services/" + each + "/overlays/" + variant))
                    .map(this::rendering);

            assertThat(suite.manifests())
                    .containsExactlyInAnyOrderElementsOf(
                            parts.flatMap(each -> each.manifests().stream()).toList());
        }
    }

    private Rendering rendering(String folder) {
        return Objects.requireNonNull(renderings.get(folder), folder + " is not there");
    }
}

package io.switchboard.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kustomization renders, and what comes out could be applied. */
class KustomizationsTest {
    static final List<String> SERVICES =
            List.of("channel-gateway-service", "sentiment-service", "customer-profile-service", "routing-service");

    static Stream<Path> good() {
        return Kustomizations.good().stream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void keepsEveryRule(Path folder) {
        Rendering rendering = Kustomizations.render(folder);

        assertThat(rendering.manifests()).as("what %s renders", rendering).isNotEmpty();
        assertThat(Rules.problems(rendering)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceIsAllThere(String service) {
        for (String variant : List.of("base", "overlays/dev", "overlays/prod")) {
            Rendering rendering = Kustomizations.render(Checkout.K8S.resolve("services/" + service + "/" + variant));
            assertThat(rendering.manifests().stream().map(Manifest::kind))
                    .contains("Service", "ServiceAccount", "ConfigMap", "PodDisruptionBudget", "NetworkPolicy");
            assertThat(rendering.workloads()).extracting(Manifest::name).containsExactly(service);
        }
    }

    @Test
    void onlyRoutingHasNamedReplicas() {
        Rendering suite = Kustomizations.render(Checkout.K8S.resolve("suite/overlays/prod"));

        assertThat(suite.of("StatefulSet")).extracting(Manifest::name).containsExactly("routing-service");
        assertThat(suite.of("Deployment"))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrderElementsOf(SERVICES.stream()
                        .filter(each -> !each.equals("routing-service"))
                        .toList());
    }

    @Test
    void theSuiteIsItsServicesAndTheNamespace() {
        for (String variant : List.of("dev", "prod")) {
            Rendering suite = Kustomizations.render(Checkout.K8S.resolve("suite/overlays/" + variant));
            Stream<Rendering> parts = Stream.concat(
                            Stream.of("base"),
                            SERVICES.stream().map(each -> "services/" + each + "/overlays/" + variant))
                    .map(each -> Kustomizations.render(Checkout.K8S.resolve(each)));

            assertThat(suite.manifests())
                    .containsExactlyInAnyOrderElementsOf(
                            parts.flatMap(each -> each.manifests().stream()).toList());
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void noAwaitedNameIsReadAlready(String service) {
        EnvironmentNames names = EnvironmentNames.of(service);

        assertThat(EnvironmentRule.AWAITED)
                .as("lines of k8s/tests/awaited-names.txt to delete, now that the service reads them")
                .noneMatch(line -> line.startsWith(service + " ") && names.reads(line.substring(service.length() + 1)));
    }
}

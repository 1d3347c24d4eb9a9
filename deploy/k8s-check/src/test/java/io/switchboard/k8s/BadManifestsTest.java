package io.switchboard.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad manifest is refused, for the reason that its first lines give and for no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadManifestsTest {
    private static final String REASON = "# refused: ";
    private final List<Rendering> bad =
            Kustomizations.bad().parallelStream().map(Kustomizations::render).toList();

    Stream<Rendering> bad() {
        return bad.stream();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedForItsReason(Rendering rendering) {
        assertThat(Rules.problems(rendering).stream().map(Problem::toString))
                .containsExactlyInAnyOrderElementsOf(reasons(rendering.folder()));
    }

    /** A rule without a bad manifest is one that may never bite. */
    @Test
    void everyRuleRefusesSomething() {
        Set<Rule> biting = bad().flatMap(rendering -> Rules.ALL.stream()
                        .filter(rule -> rule.problems(rendering).findAny().isPresent()))
                .collect(Collectors.toSet());

        assertThat(biting).containsExactlyInAnyOrderElementsOf(Rules.ALL);
    }

    private static List<String> reasons(Path folder) {
        List<String> reasons = Checkout.text(Checkout.K8S.resolve(folder).resolve("kustomization.yaml"))
                .lines()
                .filter(line -> line.startsWith(REASON))
                .map(line -> line.substring(REASON.length()))
                .toList();
        assertThat(reasons).as("lines '%s…' of %s", REASON, folder).isNotEmpty();
        return reasons;
    }
}

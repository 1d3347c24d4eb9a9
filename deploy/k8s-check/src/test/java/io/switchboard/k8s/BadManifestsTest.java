package io.switchboard.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad manifest is refused, for the reason that its first lines give and for no other. */
class BadManifestsTest {
    private static final String REASON = "# refused: ";

    static Stream<Path> bad() {
        return Kustomizations.bad().stream();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedForItsReason(Path folder) {
        assertThat(Rules.problems(Kustomizations.render(folder)).stream().map(Problem::toString))
                .containsExactlyInAnyOrderElementsOf(reasons(folder));
    }

    /** A rule without a bad manifest is one that may never bite. */
    @Test
    void everyRuleRefusesSomething() {
        Set<Class<?>> biting = bad().map(Kustomizations::render)
                .flatMap(rendering -> Rules.ALL.stream()
                        .filter(rule -> rule.problems(rendering).findAny().isPresent()))
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(Rules.ALL).allMatch(rule -> biting.contains(rule.getClass()));
    }

    private static List<String> reasons(Path folder) {
        List<String> reasons = Checkout.text(folder.resolve("kustomization.yaml"))
                .lines()
                .filter(line -> line.startsWith(REASON))
                .map(line -> line.substring(REASON.length()))
                .toList();
        assertThat(reasons).as("lines '%s…' of %s", REASON, folder).isNotEmpty();
        return reasons;
    }
}

package io.switchboard.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** An alarm that looks at a metric which nobody tells would never ring. */
class AlarmsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path ALARMS = ROOT.resolve("deploy/observability/alarms.yaml");
    private static final Pattern IN_RULE = Pattern.compile("(?<!:)\\bswitchboard_[a-z_]+");
    private static final Pattern IN_CODE = Pattern.compile("\"(switchboard\\.[a-z.]+)\"");

    @Test
    void everyMetricOfAnAlarmIsToldByAService() throws IOException {
        Set<String> told = told();
        assertThat(told).contains("switchboard_ledger_overdue");
        assertThat(named()).isNotEmpty().allSatisfy(metric -> assertThat(told).contains(metric));
    }

    @Test
    void everyAlarmSaysWhatIsWrongAndWhereToLook() throws IOException {
        assertThat(rules().filter(rule -> rule.containsKey("alert")))
                .hasSizeGreaterThan(10)
                .allSatisfy(rule -> {
                    assertThat(((Map<?, ?>) rule.get("annotations")).keySet()).isEqualTo(Set.of("summary", "look"));
                    assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("page", "ticket");
                });
    }

    private static Set<String> named() throws IOException {
        return rules().flatMap(rule -> IN_RULE.matcher(String.valueOf(rule.get("expr")))
                        .results()
                        .map(MatchResult::group))
                .map(name -> name.replaceFirst("_(total|seconds)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Map<?, ?>> rules() throws IOException {
        Map<?, ?> file = new Yaml().load(Files.readString(ALARMS));
        List<Map<?, ?>> all = new ArrayList<>();
        for (Object group : (List<?>) file.get("groups")) {
            ((List<?>) ((Map<?, ?>) group).get("rules")).forEach(rule -> all.add((Map<?, ?>) rule));
        }
        return all.stream();
    }

    /** The names in the services' code, as Prometheus spells them. */
    private static Set<String> told() throws IOException {
        Set<String> told = new TreeSet<>();
        for (String module : List.of(
                "channel-gateway-service",
                "sentiment-service",
                "customer-profile-service",
                "routing-service",
                "service-kit")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    IN_CODE.matcher(Files.readString(file))
                            .results()
                            .forEach(name -> told.add(name.group(1).replace('.', '_')));
                }
            }
        }
        return told;
    }
}

package io.switchboard.k8s;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every variable that a manifest sets is one that the service reads, and the ports among them are its ports. */
final class EnvironmentRule implements Rule {
    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.workloads().stream()
                .filter(workload -> ServiceSettings.isService(workload.name()))
                .flatMap(workload -> workload(rendering, workload).map(workload::problem));
    }

    private static Stream<String> workload(Rendering rendering, Manifest workload) {
        Map<String, String> set = variables(rendering, workload);
        EnvironmentNames known = EnvironmentNames.of(workload.name());
        Findings found = new Findings();
        set.keySet().stream()
                .filter(name -> !known.reads(name))
                .forEach(name -> found.add("sets " + name + ", which the service does not read"));
        ServiceSettings settings = ServiceSettings.of(workload.name());
        port(found, set, "QUARKUS_HTTP_PORT", settings.httpPort());
        port(found, set, "QUARKUS_MANAGEMENT_PORT", settings.managementPort());
        return found.stream();
    }

    private static void port(Findings found, Map<String, String> set, String name, int port) {
        found.unless(
                set.getOrDefault(name, String.valueOf(port)).equals(String.valueOf(port)),
                "sets " + name + " to " + set.get(name) + "; its probes and callers expect " + port);
    }

    /** Returns what a workload's containers get, by name; "" for what comes from elsewhere. */
    static Map<String, String> variables(Rendering rendering, Manifest workload) {
        Map<String, String> variables = new TreeMap<>();
        for (Node container : workload.serving()) {
            Set<String> maps = container.at("envFrom").list().stream()
                    .map(each -> each.at("configMapRef.name").text())
                    .collect(Collectors.toSet());
            for (Manifest map : rendering.of("ConfigMap")) {
                if (maps.contains(map.name())) {
                    Map<String, JsonElement> data = map.node().at("data").fields();
                    data.forEach((name, value) -> variables.put(name, value.getAsString()));
                }
            }
            container
                    .at("env")
                    .list()
                    .forEach(each -> variables.put(
                            each.at("name").text(), each.at("value").text()));
        }
        return variables;
    }
}

package io.switchboard.k8s;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Ports, probes and shutdown are those of the service's own configuration. */
final class ProbeRule implements Rule {
    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.workloads().stream()
                .flatMap(workload -> ServiceSettings.isService(workload.name())
                        ? workload.serving().stream()
                                .flatMap(each -> container(workload, each, ServiceSettings.of(workload.name())))
                                .map(workload::problem)
                        : Stream.of(workload.problem("is no service of this repository")));
    }

    private static Stream<String> container(Manifest workload, Node container, ServiceSettings settings) {
        Findings found = new Findings();
        port(found, container, "http", settings.httpPort());
        port(found, container, "management", settings.managementPort());
        probe(found, container, "startupProbe", settings.healthPath("startup", "started"));
        probe(found, container, "readinessProbe", settings.healthPath("readiness", "ready"));
        probe(found, container, "livenessProbe", settings.healthPath("liveness", "live"));
        shutdown(found, workload, container, settings.shutdownTimeout());
        return found.stream();
    }

    private static void port(Findings found, Node container, String name, int wanted) {
        List<Integer> ports = container.at("ports").list().stream()
                .filter(each -> each.at("name").text().equals(name))
                .map(each -> each.at("containerPort").number())
                .toList();
        found.unless(
                ports.equals(List.of(wanted)),
                "has " + ports + " as port " + name + "; the service listens at " + wanted);
    }

    private static void probe(Findings found, Node container, String name, String path) {
        Node get = container.at(name).at("httpGet");
        if (!get.exists()) {
            found.add("has no " + name + " over HTTP");
            return;
        }
        found.unless(
                get.at("port").text().equals("management"), "has a " + name + " that is not on the management port");
        found.unless(get.at("path").text().equals(path), "has a " + name + " at another path than " + path);
    }

    private static void shutdown(Findings found, Manifest workload, Node container, Duration timeout) {
        int sleep = container.at("lifecycle.preStop.sleep.seconds").number();
        int grace = workload.pod().at("terminationGracePeriodSeconds").number();
        found.unless(sleep > 0, "does not sleep before it stops: balancers still send to it");
        found.unless(
                sleep + timeout.toSeconds() < grace,
                "is killed after " + grace + " s, before " + sleep + " s of preStop and " + timeout.toSeconds()
                        + " s of shutdown are over");
    }
}

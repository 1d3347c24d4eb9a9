package io.switchboard.k8s;

import java.util.List;
import java.util.stream.Stream;

/** A drained node, a lost zone or an update takes one replica at a time; static members keep their names. */
final class AvailabilityRule implements Rule {
    private static final List<String> TOPOLOGIES = List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    private static final String INSTANCE = "SWITCHBOARD_INSTANCE";

    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.workloads().stream()
                .flatMap(workload -> workload(rendering, workload).map(workload::problem));
    }

    private static Stream<String> workload(Rendering rendering, Manifest workload) {
        Findings found = new Findings();
        budget(found, rendering, workload);
        for (String topology : TOPOLOGIES) {
            found.unless(
                    workload.pod().at("topologySpreadConstraints").list().stream()
                            .filter(each -> each.at("topologyKey").text().equals(topology))
                            .anyMatch(
                                    each -> each.at("labelSelector.matchLabels").selects(workload.podLabels())),
                    "is not spread by " + topology);
        }
        found.unless(
                !workload.kind().equals("Deployment")
                        || workload.spec()
                                .at("strategy.rollingUpdate.maxUnavailable")
                                .text()
                                .equals("0"),
                "loses a replica while it is updated: set maxUnavailable to 0");
        membership(found, workload);
        return found.stream();
    }

    private static void budget(Findings found, Rendering rendering, Manifest workload) {
        List<Manifest> budgets = rendering.of("PodDisruptionBudget").stream()
                .filter(each -> each.spec().at("selector.matchLabels").selects(workload.podLabels()))
                .toList();
        if (budgets.size() != 1) {
            found.add("has " + budgets.size() + " PodDisruptionBudgets");
            return;
        }
        Node budget = budgets.getFirst().spec();
        found.unless(budget.at("maxUnavailable").text().equals("1"), "has a budget other than maxUnavailable 1");
        found.unless(
                budget.at("unhealthyPodEvictionPolicy").text().equals("AlwaysAllow"),
                "has a budget that lets a broken pod block a drain");
    }

    private static void membership(Findings found, Manifest workload) {
        List<Node> instances = workload.serving().stream()
                .flatMap(each -> each.at("env").list().stream())
                .filter(each -> each.at("name").text().equals(INSTANCE))
                .toList();
        if (workload.kind().equals("StatefulSet")) {
            found.unless(
                    instances.size() == 1
                            && instances
                                    .getFirst()
                                    .at("valueFrom.fieldRef.fieldPath")
                                    .text()
                                    .equals("metadata.name"),
                    "does not take " + INSTANCE + " from its pod's name");
        } else {
            found.unless(instances.isEmpty(), "is a static member of a group without a stable name");
        }
    }
}

package io.switchboard.k8s;

import java.util.stream.Stream;

/** Every service has an account of its own, and none can talk to the cluster's API with it. */
final class IdentityRule implements Rule {
    @Override
    public Stream<Problem> problems(Rendering rendering) {
        Stream<Problem> accounts = rendering.of("ServiceAccount").stream()
                .filter(account -> !account.node()
                        .at("automountServiceAccountToken")
                        .text()
                        .equals("false"))
                .map(account -> account.problem("mounts its token"));
        return Stream.concat(
                accounts,
                rendering.workloads().stream()
                        .flatMap(workload -> pod(rendering, workload).map(workload::problem)));
    }

    private static Stream<String> pod(Rendering rendering, Manifest workload) {
        Node pod = workload.pod();
        String account = pod.at("serviceAccountName").text();
        Findings found = new Findings();
        found.unless(
                account.equals(workload.name())
                        && rendering.of("ServiceAccount").stream()
                                .anyMatch(each -> each.name().equals(account)),
                "has no ServiceAccount of its own");
        found.unless(pod.at("automountServiceAccountToken").text().equals("false"), "mounts its account's token");
        found.unless(
                pod.at("enableServiceLinks").text().equals("false"),
                "gets variables of other Services: set enableServiceLinks to false");
        return found.stream();
    }
}

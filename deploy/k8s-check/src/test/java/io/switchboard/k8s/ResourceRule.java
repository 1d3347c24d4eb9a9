package io.switchboard.k8s;

import java.util.stream.Stream;

/** CPU and memory are asked for, and the memory asked for is the memory there is. */
final class ResourceRule implements Rule {
    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.workloads().stream()
                .flatMap(workload -> workload.containers().stream()
                        .flatMap(container ->
                                container(container.at("resources")).map(workload::problem)));
    }

    private static Stream<String> container(Node resources) {
        String memory = resources.at("requests.memory").text();
        Findings found = new Findings();
        found.unless(resources.at("requests.cpu").exists(), "requests no CPU");
        found.unless(!memory.isEmpty(), "requests no memory");
        found.unless(resources.at("limits.memory").text().equals(memory), "has a memory limit that is not its request");
        return found.stream();
    }
}

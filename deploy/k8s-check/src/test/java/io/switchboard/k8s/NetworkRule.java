package io.switchboard.k8s;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody talks to anybody unless a list says so, in both directions. */
final class NetworkRule implements Rule {
    private static final Set<String> BOTH = Set.of("Ingress", "Egress");

    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return Stream.of(
                        rendering.of("Namespace").stream().flatMap(each -> namespace(rendering, each)),
                        rendering.workloads().stream().flatMap(each -> workload(rendering, each)),
                        rendering.of("NetworkPolicy").stream().flatMap(NetworkRule::policy))
                .flatMap(each -> each);
    }

    private static Stream<Problem> namespace(Rendering rendering, Manifest namespace) {
        Findings found = new Findings();
        found.unless(
                namespace
                        .node()
                        .at("metadata.labels")
                        .child("pod-security.kubernetes.io/enforce")
                        .text()
                        .equals("restricted"),
                "does not enforce restricted Pod Security");
        found.unless(
                rendering.of("NetworkPolicy").stream()
                        .map(Manifest::spec)
                        .anyMatch(each -> each.at("podSelector").fields().isEmpty()
                                && Set.copyOf(each.at("policyTypes").texts()).equals(BOTH)
                                && each.at("ingress").list().isEmpty()
                                && each.at("egress").list().isEmpty()),
                "does not deny traffic by default");
        return found.stream().map(namespace::problem);
    }

    private static Stream<Problem> workload(Rendering rendering, Manifest workload) {
        List<Manifest> policies = rendering.of("NetworkPolicy").stream()
                .filter(each -> each.spec().at("podSelector.matchLabels").selects(workload.podLabels()))
                .toList();
        return policies.size() == 1
                        && Set.copyOf(policies.getFirst()
                                        .spec()
                                        .at("policyTypes")
                                        .texts())
                                .equals(BOTH)
                ? Stream.empty()
                : Stream.of(workload.problem("has no list of allowed traffic for both directions"));
    }

    private static Stream<Problem> policy(Manifest policy) {
        Findings found = new Findings();
        policy.spec().at("ingress").list().forEach(each -> entry(found, each, "from"));
        policy.spec().at("egress").list().forEach(each -> entry(found, each, "to"));
        return found.stream().map(policy::problem);
    }

    private static void entry(Findings found, Node entry, String peers) {
        List<Node> named = entry.at(peers).list();
        found.unless(
                !named.isEmpty() && named.stream().noneMatch(NetworkRule::everybody),
                "allows traffic " + peers + " everybody");
        found.unless(!entry.at("ports").list().isEmpty(), "allows traffic " + peers + " a peer on every port");
    }

    /** Tells whether a peer leaves nobody out: an empty selector of namespaces, or a block without exceptions. */
    private static boolean everybody(Node peer) {
        boolean anyNamespace = peer.at("namespaceSelector").exists()
                && peer.at("namespaceSelector").fields().isEmpty();
        boolean anyAddress = peer.at("ipBlock.cidr").text().endsWith("/0")
                && peer.at("ipBlock.except").list().isEmpty();
        return anyNamespace || anyAddress;
    }
}

package io.switchboard.k8s;

import java.util.List;
import java.util.stream.Stream;

/** One object that a cluster would get. */
record Manifest(Node node) {

    String kind() {
        return node.at("kind").text();
    }

    String name() {
        return node.at("metadata.name").text();
    }

    Node spec() {
        return node.at("spec");
    }

    Node podLabels() {
        return node.at("spec.template.metadata.labels");
    }

    /** Returns a workload's pod. */
    Node pod() {
        return node.at("spec.template.spec");
    }

    /** Returns a workload's containers, those that start first included. */
    List<Node> containers() {
        return Stream.of("initContainers", "containers", "ephemeralContainers")
                .flatMap(each -> pod().at(each).list().stream())
                .toList();
    }

    /** Returns the containers that serve. */
    List<Node> serving() {
        return pod().at("containers").list();
    }

    /** Returns what a rule says about this object. */
    Problem problem(String what) {
        return new Problem(kind() + "/" + name(), what);
    }
}

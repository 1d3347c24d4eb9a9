package io.switchboard.k8s;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The kustomizations of this repository, rendered. */
final class Kustomizations {
    private static final Optional<Kubectl> KUBECTL = Kubectl.find();
    private static final Path BAD = Checkout.K8S.resolve("tests/bad");

    private Kustomizations() {}

    /** Returns every one that a cluster may get. */
    static List<Path> good() {
        return folders(Checkout.K8S).stream()
                .filter(each -> !each.startsWith(BAD))
                .toList();
    }

    /** Returns those that must be refused. */
    static List<Path> bad() {
        return folders(BAD);
    }

    static Rendering render(Path folder) {
        Kubectl kubectl = KUBECTL.orElseThrow(() -> new IllegalStateException(Kubectl.remedy()));
        return Rendering.of(Checkout.K8S.relativize(folder), kubectl.render(folder));
    }

    private static List<Path> folders(Path root) {
        return Checkout.files(root, "kustomization.yaml").stream()
                .map(Path::getParent)
                .toList();
    }
}

package io.switchboard.k8s;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one object says of another is true: selectors select, ports and config maps are there. */
final class ReferenceRule implements Rule {
    private static final Pattern HASHED = Pattern.compile(".+-[0-9a-z]{10}");
    private final String readme = Checkout.text(Checkout.K8S.resolve("README.md"));

    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.manifests().stream().flatMap(each -> switch (each.kind()) {
            case "Service" -> service(rendering, each).map(each::problem);
            case "Deployment", "StatefulSet" -> workload(rendering, each).map(each::problem);
            case "Namespace" -> Stream.empty();
            default -> namespaced(each).map(each::problem);
        });
    }

    private static Stream<String> namespaced(Manifest manifest) {
        return manifest.node().at("metadata.namespace").text().equals("switchboard")
                ? Stream.empty()
                : Stream.of("is not in the namespace switchboard");
    }

    private static Stream<String> service(Rendering rendering, Manifest service) {
        Findings found = new Findings();
        namespaced(service).forEach(found::add);
        List<Manifest> behind = rendering.workloads().stream()
                .filter(each -> service.spec().at("selector").selects(each.podLabels()))
                .toList();
        found.unless(behind.size() == 1, "selects " + behind.size() + " workloads");
        for (Node port : service.spec().at("ports").list()) {
            String target = port.at("targetPort").text();
            found.unless(target.equals("http"), "offers port " + target + "; only http is for others");
            found.unless(
                    behind.stream()
                            .flatMap(each -> each.serving().stream())
                            .flatMap(each -> each.at("ports").list().stream())
                            .anyMatch(each -> each.at("name").text().equals(target)
                                    && each.at("containerPort").number()
                                            == port.at("port").number()),
                    "offers port " + port.at("port").text() + ", where nobody listens");
        }
        return found.stream();
    }

    private Stream<String> workload(Rendering rendering, Manifest workload) {
        Findings found = new Findings();
        namespaced(workload).forEach(found::add);
        found.unless(
                workload.spec().at("selector.matchLabels").selects(workload.podLabels()),
                "does not select its own pods");
        workload.pod()
                .everything()
                .flatMap(each -> Stream.of("configMapRef.name", "configMapKeyRef.name", "configMap.name")
                        .map(each::at))
                .filter(Node::exists)
                .forEach(each -> configMap(found, rendering, each.text()));
        workload.pod().at("volumes").list().stream()
                .map(each -> each.at("persistentVolumeClaim.claimName"))
                .filter(Node::exists)
                .forEach(each -> found.unless(
                        rendering.of("PersistentVolumeClaim").stream()
                                .anyMatch(claim -> claim.name().equals(each.text())),
                        "mounts the claim " + each.text() + ", which is not there"));
        return found.stream();
    }

    /** Ours are generated and named by their content; those that others supply are named in the README. */
    private void configMap(Findings found, Rendering rendering, String name) {
        boolean ours =
                rendering.of("ConfigMap").stream().anyMatch(each -> each.name().equals(name));
        found.unless(
                ours || readme.contains("`" + name + "`"),
                "needs the config map " + name + ", which is neither there nor named in k8s/README.md");
        found.unless(!ours || HASHED.matcher(name).matches(), "needs the config map " + name + ", which has no hash");
    }
}

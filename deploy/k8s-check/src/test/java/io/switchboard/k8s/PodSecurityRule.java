package io.switchboard.k8s;

import java.util.Set;
import java.util.stream.Stream;

/** The restricted Pod Security Standard, and beyond it: our own user id, a read-only root and a sized /tmp. */
final class PodSecurityRule implements Rule {
    private static final String USER = "65532";
    private static final Set<String> VOLUMES =
            Set.of("configMap", "downwardAPI", "emptyDir", "persistentVolumeClaim", "projected", "secret");

    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.workloads().stream()
                .flatMap(workload -> Stream.concat(
                                pod(workload.pod()),
                                workload.containers().stream().flatMap(this::container))
                        .map(workload::problem));
    }

    private Stream<String> pod(Node pod) {
        Node context = pod.at("securityContext");
        Findings found = new Findings();
        found.unless(context.at("runAsNonRoot").text().equals("true"), "may run as root: set runAsNonRoot");
        found.unless(context.at("runAsUser").text().equals(USER), "does not run as user " + USER);
        found.unless(
                context.at("seccompProfile.type").text().equals("RuntimeDefault"),
                "has no seccomp profile RuntimeDefault");
        for (String host : Set.of("hostNetwork", "hostPID", "hostIPC")) {
            found.unless(!pod.at(host).text().equals("true"), "uses " + host);
        }
        for (Node volume : pod.at("volumes").list()) {
            String name = volume.at("name").text();
            volume.fields().keySet().stream()
                    .filter(each -> !each.equals("name") && !VOLUMES.contains(each))
                    .forEach(each -> found.add("has volume " + name + " of the forbidden type " + each));
            found.unless(
                    !volume.child("emptyDir").exists()
                            || volume.at("emptyDir.sizeLimit").exists(),
                    "has emptyDir " + name + " without a sizeLimit");
        }
        return found.stream();
    }

    private Stream<String> container(Node container) {
        Node context = container.at("securityContext");
        Findings found = new Findings();
        found.unless(
                context.at("allowPrivilegeEscalation").text().equals("false"),
                "may gain privileges: set allowPrivilegeEscalation to false");
        found.unless(!context.at("privileged").text().equals("true"), "is privileged");
        found.unless(context.at("readOnlyRootFilesystem").text().equals("true"), "may write to its root file system");
        found.unless(context.at("capabilities.drop").texts().contains("ALL"), "does not drop ALL capabilities");
        found.unless(context.at("capabilities.add").list().isEmpty(), "adds capabilities");
        found.unless(
                Stream.of("", USER).anyMatch(context.at("runAsUser").text()::equals),
                "has a container that does not run as user " + USER);
        found.unless(!context.at("runAsNonRoot").text().equals("false"), "has a container that may run as root");
        found.unless(
                container.at("volumeMounts").list().stream()
                        .anyMatch(each -> each.at("mountPath").text().equals("/tmp")),
                "mounts nothing at /tmp");
        found.unless(
                container.at("ports").list().stream()
                        .noneMatch(each -> each.at("hostPort").exists()),
                "takes a port of its host");
        return found.stream();
    }
}

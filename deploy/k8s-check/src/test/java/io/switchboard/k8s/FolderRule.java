package io.switchboard.k8s;

import java.util.List;
import java.util.stream.Stream;

/** A folder that a variable names is mounted: the rest of the file system can't be written, and has no files of yours. */
final class FolderRule implements Rule {
    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.workloads().stream()
                .flatMap(workload -> workload(rendering, workload).map(workload::problem));
    }

    private static Stream<String> workload(Rendering rendering, Manifest workload) {
        List<String> mounted = workload.serving().stream()
                .flatMap(each -> each.at("volumeMounts").list().stream())
                .map(each -> each.at("mountPath").text() + "/")
                .toList();
        return EnvironmentRule.variables(rendering, workload).entrySet().stream()
                .filter(each -> each.getValue().startsWith("/"))
                .filter(each -> mounted.stream().noneMatch((each.getValue() + "/")::startsWith))
                .map(each -> "sets " + each.getKey() + " to " + each.getValue() + ", where nothing is mounted");
    }
}

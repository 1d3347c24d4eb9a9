package io.switchboard.k8s;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What one kustomization comes out as.
 *
 * @param folder the kustomization's, relative to k8s/
 * @param manifests the objects that a cluster would get
 */
record Rendering(Path folder, List<Manifest> manifests) {
    private static final Set<String> WORKLOADS =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "ReplicaSet");

    static Rendering of(Path folder, String yaml) {
        // kubectl quotes what YAML 1.1 would take for a boolean, so that this reader sees what the cluster sees.
        Yaml reader = new Yaml(new SafeConstructor(new LoaderOptions()));
        Gson gson = new Gson();
        List<Manifest> manifests = StreamSupport.stream(reader.loadAll(yaml).spliterator(), false)
                .map(gson::toJsonTree)
                .map(Node::of)
                .map(Manifest::new)
                .toList();
        return new Rendering(folder, manifests);
    }

    List<Manifest> of(String kind) {
        return manifests.stream().filter(each -> each.kind().equals(kind)).toList();
    }

    List<Manifest> workloads() {
        return manifests.stream()
                .filter(each -> WORKLOADS.contains(each.kind()))
                .toList();
    }

    /** Tells whether this is meant for production. */
    boolean production() {
        return folder.endsWith("overlays/prod");
    }

    /** Tells whether this is an overlay, and so names images that can be pulled. */
    boolean overlay() {
        return folder.toString().contains("overlays/");
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}

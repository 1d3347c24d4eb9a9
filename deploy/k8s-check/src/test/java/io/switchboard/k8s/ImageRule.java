package io.switchboard.k8s;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Images have a fixed version in every overlay, and in production one that can't be moved. */
final class ImageRule implements Rule {
    private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");
    private static final Pattern TAG = Pattern.compile(".+:[^/:]+");

    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.workloads().stream()
                .flatMap(workload -> workload.containers().stream()
                        .map(each -> each.at("image").text())
                        .flatMap(image -> image(rendering, image).map(workload::problem)));
    }

    private static Stream<String> image(Rendering rendering, String image) {
        Findings found = new Findings();
        found.unless(!image.endsWith(":latest"), "has an image " + image + " that changes by itself");
        found.unless(
                !rendering.overlay()
                        || TAG.matcher(image).matches()
                        || DIGEST.matcher(image).matches(),
                "has an image " + image + " without a version");
        found.unless(
                !rendering.production() || DIGEST.matcher(image).matches(),
                "has an image " + image + " without a digest in production");
        return found.stream();
    }
}

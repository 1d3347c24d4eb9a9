package io.switchboard.k8s;

import java.util.List;

/** All that a rendering is held to. */
final class Rules {
    static final List<Rule> ALL = List.of(
            new BuiltInTypes(),
            new PodSecurityRule(),
            new IdentityRule(),
            new ResourceRule(),
            new ProbeRule(),
            new AvailabilityRule(),
            new NetworkRule(),
            new SecretRule(),
            new ImageRule(),
            new ReferenceRule(),
            new EnvironmentRule(),
            new FolderRule());

    private Rules() {}

    static List<Problem> problems(Rendering rendering) {
        return ALL.stream().flatMap(each -> each.problems(rendering)).toList();
    }
}

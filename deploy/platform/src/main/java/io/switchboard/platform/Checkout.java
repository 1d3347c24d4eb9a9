package io.switchboard.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds this project, and where its build puts what the launcher starts.
 *
 * @param root the folder that holds {@code mvnw}, absolute
 */
public record Checkout(Path root) {

    /**
     * Finds the checkout from the working folder upwards.
     *
     * @throws IllegalStateException when no folder above holds {@code mvnw}
     */
    public static Checkout find() {
        return above(Path.of("").toAbsolutePath());
    }

    /**
     * Finds the checkout from {@code folder} upwards.
     *
     * @throws IllegalStateException when neither it nor a folder above holds {@code mvnw}
     */
    public static Checkout above(Path folder) {
        for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            if (Files.exists(each.resolve("mvnw"))) {
                return new Checkout(each);
            }
        }
        throw new IllegalStateException("No folder from " + folder + " upwards holds mvnw: run this in the checkout.");
    }

    /** Returns the folder into which the build put Kafka's broker, Keycloak and Redis. */
    public Path engines() {
        return root.resolve("deploy/engines/target");
    }

    /** Returns what starts the service in {@code folder}, whether it was built or not. */
    public Path service(String folder) {
        return root.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
    }
}

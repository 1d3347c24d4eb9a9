package io.switchboard.k8s;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** How a service is configured where nobody says otherwise: its own application.properties, then the kit's defaults. */
final class ServiceSettings {
    static final Path KIT = Checkout.ROOT.resolve("service-kit");

    private final Path module;
    private final Properties properties = new Properties();

    private ServiceSettings(Path module) {
        this.module = module;
        load(KIT.resolve("src/main/resources/META-INF/microprofile-config.properties"));
        load(module.resolve("src/main/resources/application.properties"));
    }

    /** Returns the settings of the service whose module has this name. */
    static ServiceSettings of(String service) {
        return new ServiceSettings(Checkout.ROOT.resolve(service));
    }

    /** Tells whether there is a service of this name. */
    static boolean isService(String name) {
        return Files.exists(Checkout.ROOT.resolve(name).resolve("src/main/resources/application.properties"));
    }

    Path module() {
        return module;
    }

    Properties properties() {
        return properties;
    }

    int httpPort() {
        return Integer.parseInt(required("quarkus.http.port"));
    }

    int managementPort() {
        return Integer.parseInt(required("quarkus.management.port"));
    }

    /** Returns how long a service finishes what it has begun. */
    Duration shutdownTimeout() {
        return Duration.parse("PT" + required("quarkus.shutdown.timeout"));
    }

    /**
     * Returns a health check's path on the management port.
     *
     * @param check {@code startup}, {@code readiness} or {@code liveness}
     * @param usual Quarkus' own name for it
     */
    String healthPath(String check, String usual) {
        String root = properties.getProperty("quarkus.management.root-path", "/q");
        String health = properties.getProperty("quarkus.smallrye-health.root-path", "health");
        return root + "/" + health + "/" + properties.getProperty("quarkus.smallrye-health." + check + "-path", usual);
    }

    private String required(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(key + " is set neither in " + module + " nor in the kit");
        }
        return value;
    }

    private void load(Path file) {
        try {
            properties.load(new StringReader(Checkout.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

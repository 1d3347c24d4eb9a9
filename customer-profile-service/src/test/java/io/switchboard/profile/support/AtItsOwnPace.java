package io.switchboard.profile.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What the service does from time to time it does as seldom as where it runs. Tests have it hurry so that they need not
 * wait; a benchmark would measure the hurry.
 */
public final class AtItsOwnPace implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Properties own = new Properties();
        try (var file = AtItsOwnPace.class.getResourceAsStream("/application.properties")) {
            own.load(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return own.stringPropertyNames().stream()
                .filter(name -> name.startsWith("switchboard.") && name.endsWith("-every"))
                .collect(Collectors.toMap(name -> name, own::getProperty));
    }
}

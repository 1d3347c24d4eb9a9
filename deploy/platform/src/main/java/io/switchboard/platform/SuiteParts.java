package io.switchboard.platform;

import io.switchboard.platform.parts.EngineSpace;
import io.switchboard.platform.parts.KafkaPart;
import io.switchboard.platform.parts.KeycloakPart;
import io.switchboard.platform.parts.MailPart;
import io.switchboard.platform.parts.Part;
import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.parts.PostgresPart;
import io.switchboard.platform.parts.ProviderPart;
import io.switchboard.platform.parts.RedisPart;
import io.switchboard.platform.parts.ServicePart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the parts of a suite together: where each listens, what it keeps where, what it needs. */
final class SuiteParts {
    /** The databases of the services that keep one, each with a role of the same name. */
    private static final List<String> DATABASES = List.of("profile", "routing", "sentiment");

    private static final Set<PartName> ENGINES_OF_SERVICES = Set.of(PartName.POSTGRES, PartName.KAFKA, PartName.REDIS);

    private final SuiteOptions options;
    private final Ports ports;
    private final ServiceEnvironment environment;

    SuiteParts(SuiteOptions options) {
        this.options = options;
        this.ports = options.ports();
        this.environment = new ServiceEnvironment(options);
    }

    /** Returns the part {@code name}; empty for a service that was not built. */
    Optional<Part> part(PartName name) {
        return switch (name) {
            case POSTGRES -> Optional.of(new PostgresPart(space(name), ports.postgres(), DATABASES));
            case KAFKA -> Optional.of(new KafkaPart(space(name), ports.kafka(), ports.kafkaController()));
            case REDIS -> Optional.of(new RedisPart(space(name), ports.redis()));
            case KEYCLOAK -> Optional.of(keycloak());
            case MAIL -> Optional.of(new MailPart(ports.smtp(), ports.imap()));
            case PROVIDER -> Optional.of(new ProviderPart(ports.provider()));
            case SENTIMENT, CUSTOMER_PROFILE, ROUTING, CHANNEL_GATEWAY -> service(name);
        };
    }

    /** Returns what must answer before {@code name} is started. Keycloak is not among it: services wait for it themselves. */
    static Set<PartName> needs(PartName name) {
        return switch (name) {
            case POSTGRES, KAFKA, REDIS, KEYCLOAK, MAIL, PROVIDER -> Set.of();
            case SENTIMENT, CUSTOMER_PROFILE, ROUTING, CHANNEL_GATEWAY -> ENGINES_OF_SERVICES;
        };
    }

    private Part keycloak() {
        Path realm = options.checkout().root().resolve("deploy/keycloak/switchboard-realm.json");
        return new KeycloakPart(space(PartName.KEYCLOAK), realm, ports.keycloak(), ports.keycloakManagement());
    }

    private Optional<Part> service(PartName name) {
        Path jar = options.checkout().service(name.label());
        if (!Files.exists(jar)) {
            return Optional.empty();
        }
        StateFolder state = options.state();
        return Optional.of(new ServicePart(
                name, jar, state.data(name), state.log(name), ports.management(name), environment.of(name)));
    }

    private EngineSpace space(PartName name) {
        return new EngineSpace(
                options.checkout().engines(),
                options.state().data(name),
                options.state().log(name));
    }
}

package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.Sockets;
import java.util.HashMap;
import java.util.Map;

/** The configuration that the services get, as environment variables. */
final class ServiceEnvironment {
    private final SuiteOptions options;
    private final Ports ports;
    private final Addresses addresses;

    ServiceEnvironment(SuiteOptions options) {
        this.options = options;
        this.ports = options.ports();
        this.addresses = new Addresses(options.ports());
    }

    /**
     * Returns what {@code service} gets.
     *
     * @throws IllegalArgumentException for a part that is no service
     */
    Map<String, String> of(PartName service) {
        Map<String, String> variables = new HashMap<>(shared(service));
        switch (service) {
            case CHANNEL_GATEWAY -> variables.putAll(gateway());
            case CUSTOMER_PROFILE -> {
                variables.putAll(database("profile"));
                variables.put("SWITCHBOARD_SOURCES_DIR", chosen("SWITCHBOARD_SOURCES_DIR", "deploy/sources"));
                variables.put("SWITCHBOARD_IMPORTS_DIR", chosen("SWITCHBOARD_IMPORTS_DIR", "deploy/imports"));
            }
            case ROUTING -> {
                variables.putAll(database("routing"));
                variables.put("SWITCHBOARD_SETUP_DIR", folder("deploy/setup"));
                // Subscribers of a local platform run beside it, and so does whoever could read the key.
                variables.put("SWITCHBOARD_SUBSCRIBERS_KEY", "bG9jYWwgdXNlIG9ubHksIGtub3duIHRvIGV2ZXJ5Ym8=");
                variables.put("SWITCHBOARD_SUBSCRIBERS_ALLOW_HTTP", "true");
                variables.put("SWITCHBOARD_SUBSCRIBERS_ALLOW_PRIVATE", "true");
            }
            case SENTIMENT -> variables.putAll(database("sentiment"));
            case POSTGRES, KAFKA, REDIS, KEYCLOAK, MAIL, PROVIDER -> {}
        }
        return variables;
    }

    private Map<String, String> shared(PartName service) {
        return Map.of(
                // Many threads allocate little: with an arena each, the C library would keep some 50 MB to itself.
                "MALLOC_ARENA_MAX", "2",
                // Nobody is moved to another replica here; whoever presses Ctrl-C wants their terminal back.
                "QUARKUS_SHUTDOWN_TIMEOUT", "1S",
                "QUARKUS_HTTP_HOST", Sockets.HOST,
                "QUARKUS_HTTP_PORT", String.valueOf(ports.service(service)),
                "QUARKUS_MANAGEMENT_HOST", Sockets.HOST,
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.management(service)),
                "KAFKA_BOOTSTRAP_SERVERS", addresses.kafka(),
                "QUARKUS_REDIS_HOSTS", addresses.redis(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", addresses.realm(),
                "SWITCHBOARD_STATE_DIR", options.state().data(service).toString());
    }

    private Map<String, String> gateway() {
        return Map.of(
                "SWITCHBOARD_ACCOUNTS_DIR", folder("deploy/accounts"),
                "SWITCHBOARD_PROFILE_URL", addresses.service(PartName.CUSTOMER_PROFILE),
                "SWITCHBOARD_ROUTING_URL", addresses.service(PartName.ROUTING),
                "SWITCHBOARD_GRAPH_URL", addresses.provider(),
                "SWITCHBOARD_SMTP_HOST", Sockets.HOST,
                "SWITCHBOARD_SMTP_PORT", String.valueOf(ports.smtp()),
                "SWITCHBOARD_IMAP_HOST", Sockets.HOST,
                "SWITCHBOARD_IMAP_PORT", String.valueOf(ports.imap()));
    }

    private Map<String, String> database(String name) {
        String address = Sockets.HOST + ":" + ports.postgres() + "/" + name;
        return Map.of(
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                name,
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + address,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://" + address);
    }

    /** Returns the folder that whoever started this names, or else one of the checkout: services run in folders of their own. */
    private String chosen(String variable, String otherwise) {
        return System.getenv().getOrDefault(variable, folder(otherwise));
    }

    private String folder(String name) {
        return options.checkout().root().resolve(name).toString();
    }
}

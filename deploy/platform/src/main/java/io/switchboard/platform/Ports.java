package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.Sockets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Every port of one running suite, counted from the first.
 *
 * @param base the gateway's port
 */
public record Ports(int base) {
    /** The base when none is asked for. */
    public static final int DEFAULT_BASE = 8080;
    /** The lowest base: smaller ports belong to the system. */
    public static final int LOWEST_BASE = 1024;
    /** The distance from the base to the last port. */
    public static final int LAST_OFFSET = 33;
    /** The highest base that leaves room for every port. */
    public static final int HIGHEST_BASE = 65_535 - LAST_OFFSET;

    private static final int MANAGEMENT_OFFSET = 10;
    private static final int FIRST_PICK = 20_000;
    private static final int LAST_PICK = 30_000;
    private static final int PICK_STEP = 50;

    /**
     * Returns ports that are all free now, for a suite beside others. They lie below those that systems lend out
     * themselves.
     *
     * @throws IllegalStateException when no range is free
     */
    public static Ports pickFree() {
        return IntStream.iterate(FIRST_PICK, base -> base < LAST_PICK, base -> base + PICK_STEP)
                .mapToObj(Ports::new)
                .filter(ports -> ports.all().keySet().stream().allMatch(Sockets::free))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No range of ports is free"));
    }

    /** Returns the port of a service's own interface. */
    public int service(PartName service) {
        return switch (service) {
            case CHANNEL_GATEWAY -> base;
            case SENTIMENT -> base + 1;
            case CUSTOMER_PROFILE -> base + 2;
            case ROUTING -> base + 3;
            case POSTGRES, KAFKA, REDIS, KEYCLOAK, MAIL, PROVIDER ->
                throw new IllegalArgumentException(service.label() + " is no service");
        };
    }

    /** Returns the port of a service's health checks and metrics. */
    public int management(PartName service) {
        return service(service) + MANAGEMENT_OFFSET;
    }

    /** Returns Keycloak's port. */
    public int keycloak() {
        return base + 20;
    }

    /** Returns the port of the fake provider. */
    public int provider() {
        return base + 21;
    }

    /** Returns the port of the mail server that takes mail. */
    public int smtp() {
        return base + 22;
    }

    /** Returns the port of the mail server that gives mail. */
    public int imap() {
        return base + 23;
    }

    /** Returns the port of Keycloak's health checks. */
    public int keycloakManagement() {
        return base + 24;
    }

    /** Returns Kafka's port. */
    public int kafka() {
        return base + 30;
    }

    /** Returns the port of Kafka's controller. */
    public int kafkaController() {
        return base + 31;
    }

    /** Returns PostgreSQL's port. */
    public int postgres() {
        return base + 32;
    }

    /** Returns Redis' port. */
    public int redis() {
        return base + LAST_OFFSET;
    }

    /** Returns the ports that {@code part} listens on. */
    public List<Integer> of(PartName part) {
        return switch (part) {
            case CHANNEL_GATEWAY, SENTIMENT, CUSTOMER_PROFILE, ROUTING -> List.of(service(part), management(part));
            case KEYCLOAK -> List.of(keycloak(), keycloakManagement());
            case PROVIDER -> List.of(provider());
            case MAIL -> List.of(smtp(), imap());
            case KAFKA -> List.of(kafka(), kafkaController());
            case POSTGRES -> List.of(postgres());
            case REDIS -> List.of(redis());
        };
    }

    /** Returns every port with the part that needs it. */
    public Map<Integer, PartName> all() {
        Map<Integer, PartName> all = new LinkedHashMap<>();
        for (PartName part : PartName.values()) {
            of(part).forEach(port -> all.put(port, part));
        }
        return Collections.unmodifiableMap(all);
    }
}

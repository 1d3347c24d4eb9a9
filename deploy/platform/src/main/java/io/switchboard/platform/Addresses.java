package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.Sockets;

/**
 * Where people, services and tests reach what runs.
 *
 * @param ports of the running suite
 */
public record Addresses(Ports ports) {
    /** The realm in which everyone of the suite signs in. */
    public static final String REALM = "switchboard";

    /** Returns the address of {@code service}, without a slash at its end. */
    public String service(PartName service) {
        return "http://localhost:" + ports.service(service);
    }

    /** Returns the address of a service's health checks and metrics, without a slash at its end. */
    public String management(PartName service) {
        return "http://localhost:" + ports.management(service);
    }

    /** Returns the gateway's address: the only one that front ends need. */
    public String gateway() {
        return service(PartName.CHANNEL_GATEWAY);
    }

    /** Returns the address of the agents' desktop. */
    public String desk() {
        return gateway() + "/desk";
    }

    /** Returns the address of a page with the chat widget of Acme. */
    public String chat() {
        return gateway() + "/chat/acme-web";
    }

    /** Returns Keycloak's address. */
    public String keycloak() {
        return "http://localhost:" + ports.keycloak();
    }

    /** Returns the realm's address: the issuer of every token. */
    public String realm() {
        return keycloak() + "/realms/" + REALM;
    }

    /** Returns where tokens are asked for. */
    public String tokens() {
        return realm() + "/protocol/openid-connect/token";
    }

    /** Returns the address of the fake provider. */
    public String provider() {
        return "http://localhost:" + ports.provider();
    }

    /** Returns Kafka's bootstrap address. */
    public String kafka() {
        return Sockets.HOST + ":" + ports.kafka();
    }

    /** Returns Redis' address. */
    public String redis() {
        return "redis://" + Sockets.HOST + ":" + ports.redis();
    }
}

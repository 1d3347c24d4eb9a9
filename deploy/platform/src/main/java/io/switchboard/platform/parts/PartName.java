package io.switchboard.platform.parts;

/** The names of the parts, in the order in which they need each other. */
public enum PartName {
    /** The database server of customer-profile and routing. */
    POSTGRES("postgres"),
    /** The event log between the services. */
    KAFKA("kafka"),
    /** Short-lived state of the gateway and the live board. */
    REDIS("redis"),
    /** Signs people and systems in. */
    KEYCLOAK("keycloak"),
    /** The SMTP and IMAP server of the support mailbox. */
    MAIL("mail"),
    /** Stands where Meta's Graph API stands in production. */
    PROVIDER("provider"),
    /** Judges what a message means. */
    SENTIMENT("sentiment-service"),
    /** Knows people and their story. */
    CUSTOMER_PROFILE("customer-profile-service"),
    /** Brings work to agents. */
    ROUTING("routing-service"),
    /** The only door to the world. */
    CHANNEL_GATEWAY("channel-gateway-service");

    private final String label;

    PartName(String label) {
        this.label = label;
    }

    /** Returns the name that people, files and folders use. */
    public String label() {
        return label;
    }
}

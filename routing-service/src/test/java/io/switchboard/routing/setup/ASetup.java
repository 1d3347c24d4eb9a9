package io.switchboard.routing.setup;

/** Setups as people write them. */
final class ASetup {
    static final String SMALL = """
            tenant: acme
            centre: main
            offerTimeoutSeconds: 30
            expiriesUntilNotResponding: 3
            channelWeights: { email: 1 }
            queues:
              - { name: billing, topics: [billing], skills: { billing: 2 }, serviceLevelSeconds: 60 }
              - { name: general, serviceLevelSeconds: 60 }
            agents:
              - { name: anna, capacity: 2, skills: { billing: 3 } }
              - { name: ben, capacity: 2, skills: { billing: 2 } }
            """;

    private ASetup() {}

    /** Returns it with more fields in the queue of bills. */
    static String withQueue(String more) {
        return SMALL.replace("skills: { billing: 2 }, ", "skills: { billing: 2 }, " + more + ", ");
    }

    /** Returns it without the fields that say whose it is, with another time of offers. */
    static String ofNobody(int offerTimeout) {
        return SMALL.replace("tenant: acme\ncentre: main\n", "")
                .replace("offerTimeoutSeconds: 30", "offerTimeoutSeconds: " + offerTimeout);
    }

    /** Returns it as the file of a centre. */
    static String of(String tenant, String centre, int offerTimeout) {
        return "tenant: " + tenant + "\ncentre: " + centre + "\n" + ofNobody(offerTimeout);
    }
}

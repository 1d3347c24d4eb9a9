package io.switchboard.contracts;

import java.util.List;
import java.util.stream.Stream;

/** The Kafka topics of the suite; {@code docs/topics} describes key, ordering and redelivery of each. */
public final class Topics {
    /** A customer's message as a channel delivered it. Key: conversation. */
    public static final String MESSAGES_RECEIVED = "messages.received";
    /** What providers say they delivered. Key: account. */
    public static final String MESSAGES_CLAIMED = "messages.claimed";
    /** The message with its understanding. Key: conversation. */
    public static final String MESSAGES_UNDERSTOOD = "messages.understood";
    /** The understood message with the customer who wrote it. Key: centre. */
    public static final String MESSAGES_IDENTIFIED = "messages.identified";
    /** What agents and supervisors ask of routing. Key: centre. */
    public static final String ROUTING_COMMANDS = "routing.commands";
    /** Skills, queues and agents of a centre. Compacted. Key: centre. */
    public static final String ROUTING_SETUP = "routing.setup";
    /** What routing decided and why. Key: centre. */
    public static final String ROUTING_EVENTS = "routing.events";
    /** An agent's answer on its way to a provider. Key: conversation. */
    public static final String REPLIES_REQUESTED = "replies.requested";
    /** What became of an answer. Key: conversation. */
    public static final String REPLIES_SETTLED = "replies.settled";
    /** A customer's profile after a change. Key: customer. */
    public static final String CUSTOMERS_CHANGED = "customers.changed";
    /** Who wanted to be forgotten. Key: erasure. */
    public static final String CUSTOMERS_ERASED = "customers.erased";
    /** What came in, counted hour by hour. Key: centre. */
    public static final String INSIGHT_FIGURES = "insight.figures";
    /** Records of other systems, as Kafka Connect writes them. Key: source and its id. */
    public static final String CUSTOMERS_SOURCE_RECORDS = "customers.source-records";
    /** What people say a text really is. Key: tenant. */
    public static final String UNDERSTANDING_CORRECTIONS = "understanding.corrections";

    /** What follows a topic's name where records go that nobody could process. */
    public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    private static final List<String> LIVE = List.of(
            MESSAGES_RECEIVED,
            MESSAGES_CLAIMED,
            MESSAGES_UNDERSTOOD,
            MESSAGES_IDENTIFIED,
            ROUTING_COMMANDS,
            ROUTING_SETUP,
            ROUTING_EVENTS,
            REPLIES_REQUESTED,
            REPLIES_SETTLED,
            CUSTOMERS_CHANGED,
            CUSTOMERS_ERASED,
            INSIGHT_FIGURES,
            CUSTOMERS_SOURCE_RECORDS,
            UNDERSTANDING_CORRECTIONS);

    private Topics() {}

    /** Returns the dead-letter topic of {@code topic}. */
    public static String deadLetter(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

    /** Returns every topic the suite needs, dead letters included. */
    public static List<String> all() {
        return Stream.concat(LIVE.stream(), LIVE.stream().map(Topics::deadLetter))
                .toList();
    }
}

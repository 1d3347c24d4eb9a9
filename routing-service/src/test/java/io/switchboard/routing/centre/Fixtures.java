package io.switchboard.routing.centre;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.RoutingSetup.Agent;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The words the tests are written in. */
public final class Fixtures {
    public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    public static final Map<String, Integer> WEIGHTS = Map.of("voice", 6, "webchat", 2, "email", 1);

    private Fixtures() {}

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    public static Agent agent(String name, int capacity, Object... skillsAndLevels) {
        Map<String, Integer> skills = new java.util.HashMap<>();
        for (int i = 0; i < skillsAndLevels.length; i += 2) {
            skills.put((String) skillsAndLevels[i], (Integer) skillsAndLevels[i + 1]);
        }
        return new Agent(name, capacity, skills);
    }

    public static Queue queue(String topic, Map<String, Integer> skills) {
        return new Queue(topic, Set.of(), Set.of(topic), skills, true, 60);
    }

    public static Queue general() {
        return new Queue("general", Set.of(), Set.of(), Map.of(), false, 60);
    }

    public static RoutingSetup setup(String version, List<Queue> queues, Agent... agents) {
        return new RoutingSetup("acme", "main", version, 30, 3, WEIGHTS, queues, List.of(agents));
    }

    public static MessageBuilder message(String name) {
        return new MessageBuilder(name);
    }

    /** A calm German mail about billing, until said otherwise. */
    public static final class MessageBuilder {
        private final String name;
        private String conversation;
        private String channel = "email";
        private String topic = "billing";
        private String language = "de";
        private double urgency = 0;
        private double polarity = 0;
        private Standing standing = Standing.STANDARD;
        private String lastAgent;
        private Instant receivedAt = NINE;

        private MessageBuilder(String name) {
            this.name = name;
            this.conversation = "of " + name;
        }

        public MessageBuilder in(String conversation) {
            this.conversation = conversation;
            return this;
        }

        public MessageBuilder by(String channel) {
            this.channel = channel;
            return this;
        }

        public MessageBuilder about(String topic) {
            this.topic = topic;
            return this;
        }

        public MessageBuilder speaking(String language) {
            this.language = language;
            return this;
        }

        public MessageBuilder urgency(double urgency) {
            this.urgency = urgency;
            return this;
        }

        public MessageBuilder polarity(double polarity) {
            this.polarity = polarity;
            return this;
        }

        public MessageBuilder vip() {
            this.standing = Standing.VIP;
            return this;
        }

        public MessageBuilder servedBy(String agent) {
            this.lastAgent = agent;
            return this;
        }

        public MessageBuilder at(Instant receivedAt) {
            this.receivedAt = receivedAt;
            return this;
        }

        public MessageIdentified identified() {
            return identified("acme", "main");
        }

        public MessageIdentified identified(String tenant, String centre) {
            var message = new Message(
                    id(name),
                    tenant,
                    centre,
                    channel,
                    "account",
                    "handle",
                    null,
                    id(conversation),
                    Visibility.PRIVATE,
                    null,
                    "words",
                    List.of(),
                    "provider-" + name,
                    List.of(),
                    receivedAt,
                    receivedAt);
            var understanding = new Understanding(
                    language,
                    Relevance.REQUEST,
                    1,
                    polarity,
                    0,
                    0,
                    Map.of(),
                    urgency,
                    0,
                    topic,
                    List.of(),
                    "rules",
                    "1",
                    List.of());
            return new MessageIdentified(
                    message, understanding, new Customer(id("customer"), null, standing, lastAgent));
        }
    }
}

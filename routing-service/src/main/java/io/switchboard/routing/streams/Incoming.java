package io.switchboard.routing.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.contracts.Keys;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventJson;
import io.switchboard.kit.event.PoisonException;
import io.switchboard.routing.centre.Commands;
import io.switchboard.routing.centre.Input;
import io.switchboard.routing.setup.SetupProblems;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record that is fit to be handled.
 *
 * @param tenant whose it is, by its content and by its key
 * @param centre the contact centre
 * @param input what it says
 */
record Incoming(String tenant, String centre, Input input) {
    private static final Pattern CENTRE_KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}");

    String key() {
        return Keys.centre(tenant, centre);
    }

    /**
     * Reads a record.
     *
     * @throws PoisonException when it is not what the topic promises
     */
    static Incoming read(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null || value == null) {
            throw new PoisonException("without key or value");
        }
        Incoming incoming = switch (topic) {
            case Topics.MESSAGES_IDENTIFIED -> of(EventJson.read(value, MessageIdentified.class));
            case Topics.ROUTING_COMMANDS -> of(EventJson.read(value, RoutingCommand.class));
            case Topics.ROUTING_SETUP -> of(EventJson.read(value, RoutingSetup.class));
            default -> throw new PoisonException("from a topic nobody asked for");
        };
        // The key decides who writes a centre's state: a record under another centre's key must not touch it.
        if (!incoming.key().equals(new String(key, UTF_8))) {
            throw new PoisonException("its key is not its centre");
        }
        if (!CENTRE_KEY.matcher(incoming.key()).matches()) {
            throw new PoisonException("no name of a tenant and centre");
        }
        return incoming;
    }

    private static Incoming of(MessageIdentified identified) {
        var message = required("message", identified.message());
        var understanding = required("understanding", identified.understanding());
        required(
                "customer.standing", required("customer", identified.customer()).standing());
        required("language", understanding.language());
        required("topic", understanding.topic());
        required("messageId", message.messageId());
        required("conversationId", message.conversationId());
        required("channel", message.channel());
        required("visibility", message.visibility());
        required("receivedAt", message.receivedAt());
        return new Incoming(
                required("tenant", message.tenant()),
                required("centre", message.centre()),
                new Input.MessageArrived(identified));
    }

    private static Incoming of(RoutingCommand command) {
        Commands.missing(command).ifPresent(field -> {
            throw new PoisonException("without " + field);
        });
        return new Incoming(command.tenant(), command.centre(), new Input.CommandGiven(command));
    }

    private static Incoming of(RoutingSetup setup) {
        List<String> problems = SetupProblems.of(setup);
        if (!problems.isEmpty()) {
            throw new PoisonException("not a setup to work with: " + problems.getFirst());
        }
        return new Incoming(setup.tenant(), setup.centre(), new Input.SetupChanged(setup));
    }

    // The contracts promise these fields, but JSON can leave out any of them.
    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new PoisonException("without " + field);
        }
        return value;
    }
}

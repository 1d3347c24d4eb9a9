package io.switchboard.routing.centre;

import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RelaxationStep;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.TransferTarget;
import io.switchboard.routing.centre.CentrePropertiesTest.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inputs that make sense often enough to get somewhere, and nonsense often enough to be refused. */
final class RandomDay {
    private static final List<String> AGENTS = List.of("anna", "ben", "clara", "diego", "nobody");
    private static final List<String> CHANNELS = List.of("voice", "webchat", "email", "carrier-pigeon");
    private static final List<String> TOPICS = List.of("billing", "technical", "other");
    private static final List<String> LANGUAGES = List.of("de", "en", "fr", "und");

    private final Random random;
    private final Outside outside;
    private final List<UUID> offersSeen = new ArrayList<>();
    private final List<RoutingCommand> commandsSent = new ArrayList<>();
    private Instant now = Fixtures.NINE;
    private int messages;
    private int commands;
    private int setups;

    RandomDay(long seed, Outside outside) {
        random = new Random(seed);
        this.outside = outside;
    }

    Step next() {
        now = now.plus(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(4_000)));
        return new Step(input(), now);
    }

    private Input input() {
        int dice = random.nextInt(100);
        if (dice < 35) {
            return new Input.MessageArrived(message());
        } else if (dice < 88) {
            return new Input.CommandGiven(command());
        } else if (dice < 91) {
            return new Input.SetupChanged(setup());
        }
        return new Input.TimePassed();
    }

    private MessageIdentified message() {
        int number = random.nextInt(8) == 0 && messages > 0 ? random.nextInt(messages) : messages++;
        // A redelivery is equal in all that makes the message what it is.
        var was = new Random(number);
        var message = Fixtures.message("m" + number)
                .in("talk " + (was.nextInt(3) == 0 ? was.nextInt(5) : number))
                .by(CHANNELS.get(was.nextInt(CHANNELS.size())))
                .about(TOPICS.get(was.nextInt(TOPICS.size())))
                .speaking(LANGUAGES.get(was.nextInt(LANGUAGES.size())))
                .urgency(was.nextDouble())
                .polarity(was.nextDouble() * 2 - 1)
                .servedBy(was.nextBoolean() ? pick(AGENTS, was) : null)
                .at(now.plusSeconds(was.nextInt(40) - 30));
        return (was.nextInt(5) == 0 ? message.vip() : message).identified();
    }

    private RoutingCommand command() {
        if (random.nextInt(20) == 0 && !commandsSent.isEmpty()) {
            return pick(commandsSent, random);
        }
        RoutingCommand command = freshCommand();
        commandsSent.add(command);
        return command;
    }

    private RoutingCommand freshCommand() {
        UUID id = Fixtures.id("c" + commands++);
        List<UUID> open = outside.openWork();
        UUID work = open.isEmpty() ? Fixtures.id("none") : pick(open, random);
        @Nullable UUID live = outside.offerOf(work);
        if (live != null) {
            offersSeen.add(live);
        }
        UUID offer = live != null ? live : offersSeen.isEmpty() ? Fixtures.id("none") : pick(offersSeen, random);
        @Nullable String concerned = outside.agentOf(work);
        String agent = concerned != null && random.nextInt(6) > 0 ? concerned : pick(AGENTS, random);
        return command(id, agent, work, offer);
    }

    private RoutingCommand command(UUID id, String agent, UUID work, UUID offer) {
        return switch (random.nextInt(18)) {
            case 0, 1, 2 ->
                new RoutingCommand.SetPresence(
                        id,
                        "acme",
                        "main",
                        pick(AGENTS, random),
                        now,
                        random.nextInt(3) > 0 ? Presence.AVAILABLE : pick(List.of(Presence.values()), random),
                        null);
            case 3, 4, 5, 6 -> new RoutingCommand.AcceptOffer(id, "acme", "main", agent, now, offer);
            case 7 -> new RoutingCommand.DeclineOffer(id, "acme", "main", agent, now, offer, null);
            case 8 -> new RoutingCommand.ReleaseWork(id, "acme", "main", agent, now, work, null);
            case 9 -> new RoutingCommand.PickWork(id, "acme", "main", agent, now, work);
            case 10 -> new RoutingCommand.AssignWork(id, "acme", "main", "sue", now, work, pick(AGENTS, random));
            case 11 -> new RoutingCommand.TransferWork(id, "acme", "main", agent, now, work, target());
            case 12 -> new RoutingCommand.ConsultAboutWork(id, "acme", "main", agent, now, work, target());
            case 13 ->
                new RoutingCommand.PostponeWork(
                        id, "acme", "main", agent, now, work, now.plusSeconds(random.nextInt(300) - 20));
            case 14 -> new RoutingCommand.CancelWork(id, "acme", "main", agent, now, work, "customer-left");
            case 15 -> new RoutingCommand.EndWrapUp(id, "acme", "main", agent, now, work);
            default -> new RoutingCommand.CompleteWork(id, "acme", "main", agent, now, work, null, null);
        };
    }

    private TransferTarget target() {
        return switch (random.nextInt(3)) {
            case 0 -> new TransferTarget(pick(AGENTS, random), null, null);
            case 1 -> new TransferTarget(null, pick(List.of("billing", "general", "nowhere"), random), null);
            default -> new TransferTarget(null, null, Map.of("billing", 1 + random.nextInt(5)));
        };
    }

    private RoutingSetup setup() {
        List<RoutingSetup.Agent> agents = new ArrayList<>();
        for (String name : AGENTS.subList(0, 4)) {
            if (random.nextInt(5) > 0) {
                agents.add(Fixtures.agent(
                        name,
                        1 + random.nextInt(8),
                        "billing",
                        1 + random.nextInt(5),
                        "language:" + pick(LANGUAGES, random),
                        1 + random.nextInt(5)));
            }
        }
        List<RoutingSetup.Queue> queues = new ArrayList<>();
        queues.add(billing());
        queues.add(Fixtures.general());
        return Fixtures.setup("v" + setups++, queues, agents.toArray(RoutingSetup.Agent[]::new));
    }

    private RoutingSetup.Queue billing() {
        List<RelaxationStep> steps = List.of(
                new RelaxationStep(20, Set.of("language"), Map.of(), List.of(), null),
                new RelaxationStep(40, Set.of("billing"), Map.of(), List.of(), null),
                new RelaxationStep(600, Set.of(), Map.of(), List.of(), "elsewhere"));
        return new RoutingSetup.Queue(
                "billing",
                Set.of(),
                Set.of("billing"),
                Map.of("billing", 1 + random.nextInt(3)),
                true,
                60,
                60,
                random.nextInt(2) * 15,
                random.nextInt(2) * 10,
                steps,
                random.nextInt(3) * 5,
                "general",
                null,
                null);
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}

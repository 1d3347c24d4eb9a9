package io.switchboard.routing.centre;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** What holds after every input, whatever the inputs: several hundred random days in a small centre. */
class CentrePropertiesTest {
    private static final int INPUTS = 300;

    private record Step(Input input, Instant at) {}

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void theRulesHoldAfterEveryInput(@ForAll long seed) {
        var day = new RandomDay(seed);
        var centre = new Centre("acme", "main");
        var outside = new Outside();
        Map<String, Memory> kept = new HashMap<>();
        for (int i = 0; i < INPUTS; i++) {
            Step step = day.next(centre.state());
            Map<UUID, OpenWork> before = outside.workById(centre.state());
            List<RoutingEvent> events = centre.handle(step.input(), step.at());
            keep(centre, kept);
            outside.sees(step, events);
            aRefusalAloneChangesNothing(events, before, outside.workById(centre.state()));
            outside.agreesWith(centre.state());
            noAgentIsIdleWhileTheyCouldWork(centre.state(), step.at());
            nobodyGotMoreThanTheyCanTake(centre.state(), events);
            theIndexesAgree(centre.state());
        }
        // A day without any offer proves nothing; there may be a few.
        Statistics.label("days with offers")
                .collect(outside.offers > 0)
                .coverage(days -> days.check(true).percentage(share -> share > 90));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aReplayGivesTheSameEventsAlsoAfterARestartInBetween(@ForAll long seed) {
        var day = new RandomDay(seed);
        var centre = new Centre("acme", "main");
        var restarted = new Centre("acme", "main");
        List<Step> steps = new ArrayList<>();
        List<List<RoutingEvent>> events = new ArrayList<>();
        Map<String, Memory> kept = new HashMap<>();
        for (int i = 0; i < INPUTS; i++) {
            Step step = day.next(centre.state());
            steps.add(step);
            events.add(centre.handle(step.input(), step.at()));
            assertThat(restarted.handle(step.input(), step.at()))
                    .as("step %d after a restart: %s", i, step)
                    .isEqualTo(events.getLast());
            keep(restarted, kept);
            restarted = Centre.restore("acme", "main", kept.values());
        }
        var second = new Centre("acme", "main");
        for (int i = 0; i < INPUTS; i++) {
            assertThat(second.handle(steps.get(i).input(), steps.get(i).at())).isEqualTo(events.get(i));
        }
    }

    private static void keep(Centre centre, Map<String, Memory> kept) {
        centre.takeChanges().forEach((name, memory) -> {
            if (memory == null) {
                kept.remove(name);
            } else {
                kept.put(name, memory);
            }
        });
    }

    private static void noAgentIsIdleWhileTheyCouldWork(CentreState state, Instant now) {
        for (OpenWork work : state.allWork()) {
            for (Desk desk : state.desks()) {
                boolean could = work.waits()
                        && work.profile().metBy(desk.agent)
                        && desk.hasRoomFor(work.profile().weight())
                        && !work.excludes(desk.name(), now);
                assertThat(could).as("%s could take %s", desk.name(), work).isFalse();
            }
        }
    }

    private static void aRefusalAloneChangesNothing(
            List<RoutingEvent> events, Map<UUID, OpenWork> before, Map<UUID, OpenWork> after) {
        if (events.size() == 1 && events.getFirst() instanceof RoutingEvent.CommandRefused) {
            assertThat(placements(after)).isEqualTo(placements(before));
        }
    }

    private static Map<UUID, Placement> placements(Map<UUID, OpenWork> work) {
        Map<UUID, Placement> placements = new HashMap<>();
        work.forEach((id, open) -> placements.put(id, open.placement()));
        return placements;
    }

    private static void nobodyGotMoreThanTheyCanTake(CentreState state, List<RoutingEvent> events) {
        for (RoutingEvent event : events) {
            if (event instanceof RoutingEvent.WorkOffered offered) {
                Desk desk = state.desk(offered.agent());
                assertThat(desk.load).isLessThanOrEqualTo(desk.agent.capacity());
                assertThat(desk.state.presence()).isEqualTo(Presence.AVAILABLE);
            }
        }
    }

    private static void theIndexesAgree(CentreState state) {
        Map<String, Integer> loads = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        for (OpenWork work : state.allWork()) {
            String agent = work.placement().agent();
            if (agent == null) {
                waiting.merge(work.item().queue(), 1, Integer::sum);
            } else {
                loads.merge(agent, work.profile().weight(), Integer::sum);
            }
            assertThat(state.workOfConversation(work.item().conversationId())).isEqualTo(work);
        }
        for (Desk desk : state.desks()) {
            assertThat(desk.load).isEqualTo(loads.getOrDefault(desk.name(), 0));
        }
        Map<String, Integer> counted = new HashMap<>(state.backlog.countByQueue());
        counted.values().removeIf(count -> count == 0);
        assertThat(counted).isEqualTo(waiting);
    }

    /** What somebody who only reads the events believes. */
    private static final class Outside {
        private final Map<UUID, String> placeByWork = new HashMap<>();
        private final Map<UUID, UUID> offerByWork = new HashMap<>();
        private final Set<UUID> messages = new HashSet<>();
        private final Set<UUID> commands = new HashSet<>();
        private long sequence;
        int offers;

        Map<UUID, OpenWork> workById(CentreState state) {
            Map<UUID, OpenWork> all = new HashMap<>();
            state.allWork().forEach(work -> all.put(work.item().workItemId(), work));
            return all;
        }

        void sees(Step step, List<RoutingEvent> events) {
            boolean refused = false;
            for (RoutingEvent event : events) {
                assertThat(event.sequence()).isEqualTo(++sequence);
                believe(event);
                refused |= event instanceof RoutingEvent.CommandRefused;
            }
            switch (step.input()) {
                case Input.MessageArrived arrived -> {
                    UUID messageId = arrived.message().message().messageId();
                    boolean isNew = messages.add(messageId);
                    assertThat(events.stream()
                                    .filter(e -> mentions(e, messageId))
                                    .count())
                            .isEqualTo(isNew ? 1 : 0);
                }
                case Input.CommandGiven given -> {
                    boolean isNew = commands.add(given.command().commandId());
                    assertThat(isNew || refused).isTrue();
                }
                case Input.SetupChanged _, Input.TimePassed _ -> {}
            }
        }

        private static boolean mentions(RoutingEvent event, UUID messageId) {
            return switch (event) {
                case RoutingEvent.WorkQueued e -> e.workItem().messageIds().equals(List.of(messageId));
                case RoutingEvent.MessageAdded e -> e.messageId().equals(messageId);
                default -> false;
            };
        }

        private void believe(RoutingEvent event) {
            switch (event) {
                case RoutingEvent.WorkQueued e -> {
                    @Nullable String was = placeByWork.put(e.workItem().workItemId(), "waits");
                    assertThat(was).isIn(null, "waits");
                }
                case RoutingEvent.WorkOffered e -> {
                    offers++;
                    assertThat(placeByWork.put(e.workItem().workItemId(), "offered to " + e.agent()))
                            .isEqualTo("waits");
                    assertThat(offerByWork.put(e.workItem().workItemId(), e.offerId()))
                            .isNull();
                }
                case RoutingEvent.OfferAccepted e -> {
                    over(e.workItem().workItemId(), e.offerId(), e.agent());
                    placeByWork.put(e.workItem().workItemId(), "held by " + e.agent());
                }
                case RoutingEvent.OfferDeclined e -> over(e.workItemId(), e.offerId(), e.agent());
                case RoutingEvent.OfferExpired e -> over(e.workItemId(), e.offerId(), e.agent());
                case RoutingEvent.OfferWithdrawn e -> over(e.workItemId(), e.offerId(), e.agent());
                case RoutingEvent.WorkReleased e ->
                    assertThat(placeByWork.put(e.workItem().workItemId(), "waits"))
                            .isEqualTo("held by " + e.agent());
                case RoutingEvent.WorkCompleted e ->
                    assertThat(placeByWork.remove(e.workItemId())).isEqualTo("held by " + e.agent());
                case RoutingEvent.MessageAdded e ->
                    assertThat(placeByWork).containsKey(e.workItem().workItemId());
                case RoutingEvent.PresenceChanged _, RoutingEvent.CommandRefused _, RoutingEvent.SetupApplied _ -> {}
            }
        }

        private void over(UUID workItemId, UUID offerId, String agent) {
            assertThat(placeByWork.put(workItemId, "waits")).isEqualTo("offered to " + agent);
            assertThat(offerByWork.remove(workItemId)).isEqualTo(offerId);
        }

        void agreesWith(CentreState state) {
            Map<UUID, String> truth = new HashMap<>();
            Set<UUID> inside = new HashSet<>();
            for (OpenWork work : state.allWork()) {
                truth.put(
                        work.item().workItemId(),
                        switch (work.placement()) {
                            case Placement.Waiting _ -> "waits";
                            case Placement.Offered offered -> "offered to " + offered.agent();
                            case Placement.Held held -> "held by " + held.agent();
                        });
                for (UUID messageId : work.item().messageIds()) {
                    assertThat(inside.add(messageId))
                            .as("in one work item only")
                            .isTrue();
                }
            }
            assertThat(placeByWork).isEqualTo(truth);
            assertThat(messages).allMatch(state::knowsMessage);
        }
    }

    /** Inputs that make sense often enough to get somewhere, and nonsense often enough to be refused. */
    private static final class RandomDay {
        private static final List<String> AGENTS = List.of("anna", "ben", "clara", "diego", "nobody");
        private static final List<String> CHANNELS = List.of("voice", "webchat", "email", "carrier-pigeon");
        private static final List<String> TOPICS = List.of("billing", "technical", "other");
        private static final List<String> LANGUAGES = List.of("de", "en", "fr", "und");

        private final Random random;
        private final List<UUID> offersSeen = new ArrayList<>();
        private final List<RoutingCommand> commandsSent = new ArrayList<>();
        private Instant now = Fixtures.NINE;
        private int messages;
        private int commands;
        private int setups;

        RandomDay(long seed) {
            random = new Random(seed);
        }

        Step next(CentreState state) {
            now = now.plus(
                    Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(4_000)));
            return new Step(input(state), now);
        }

        private Input input(CentreState state) {
            int dice = random.nextInt(100);
            if (dice < 35) {
                return new Input.MessageArrived(message());
            } else if (dice < 88) {
                return new Input.CommandGiven(command(state));
            } else if (dice < 91) {
                return new Input.SetupChanged(setup());
            }
            return new Input.TimePassed();
        }

        private io.switchboard.contracts.message.MessageIdentified message() {
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

        private RoutingCommand command(CentreState state) {
            if (random.nextInt(20) == 0 && !commandsSent.isEmpty()) {
                return pick(commandsSent, random);
            }
            RoutingCommand command = freshCommand(state);
            commandsSent.add(command);
            return command;
        }

        private RoutingCommand freshCommand(CentreState state) {
            UUID id = Fixtures.id("c" + commands++);
            String agent = pick(AGENTS, random);
            List<OpenWork> all = state.allWork();
            @Nullable OpenWork work = all.isEmpty() ? null : pick(all, random);
            UUID workItemId = work == null ? Fixtures.id("none") : work.item().workItemId();
            UUID offerId = offersSeen.isEmpty() ? Fixtures.id("none") : pick(offersSeen, random);
            if (work != null && work.placement() instanceof Placement.Offered offered) {
                offerId = offered.offerId();
                offersSeen.add(offerId);
            }
            if (work != null && work.placement().agent() != null && random.nextInt(6) > 0) {
                agent = work.placement().agent();
            }
            return switch (random.nextInt(10)) {
                case 0, 1 ->
                    new RoutingCommand.SetPresence(
                            id,
                            "acme",
                            "main",
                            agent,
                            now,
                            random.nextBoolean() ? Presence.AVAILABLE : pick(List.of(Presence.values()), random),
                            null);
                case 2, 3, 4 -> new RoutingCommand.AcceptOffer(id, "acme", "main", agent, now, offerId);
                case 5 -> new RoutingCommand.DeclineOffer(id, "acme", "main", agent, now, offerId, null);
                case 6 -> new RoutingCommand.ReleaseWork(id, "acme", "main", agent, now, workItemId, null);
                default -> new RoutingCommand.CompleteWork(id, "acme", "main", agent, now, workItemId, null, null);
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
            queues.add(Fixtures.queue("billing", Map.of("billing", 1 + random.nextInt(3))));
            if (random.nextBoolean()) {
                queues.add(Fixtures.queue("technical", Map.of()));
            }
            queues.add(Fixtures.general());
            return Fixtures.setup("v" + setups++, queues, agents.toArray(RoutingSetup.Agent[]::new));
        }

        private static <T> T pick(List<T> some, Random random) {
            return some.get(random.nextInt(some.size()));
        }
    }
}

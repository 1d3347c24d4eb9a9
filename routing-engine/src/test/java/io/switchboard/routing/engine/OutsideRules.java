package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Seen.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every offer, and every silence, must agree with, judged from outside. Where events leave a doubt (for whom work waits
 * alone, or whether it is an emergency), the doubt is the engine's benefit: the comparison with the reference has none.
 */
final class OutsideRules {
    private final Outside outside;

    OutsideRules(Outside outside) {
        this.outside = outside;
    }

    void mayBeOffered(Seen item, Event.Offered offered) {
        Policy policy = Objects.requireNonNull(outside.policy());
        Policy.Agent agent = agent(policy, offered.agent());
        assertThat(outside.isAvailable(agent.name()))
                .as("%s is available", agent.name())
                .isTrue();
        assertThat(item.excluded.getOrDefault(agent.name(), Long.MIN_VALUE))
                .as("until when %s is not offered %s", agent.name(), item.id)
                .isLessThanOrEqualTo(outside.now());
        assertThat(hasRoom(policy, agent, item))
                .as("room of %s for %s", agent, item.id)
                .isTrue();
        assertThat(offered.expiresAt()).isEqualTo(outside.now() + policy.offerTimeout());
        explains(policy, item, offered);
        overtakesNobody(policy, item, offered);
    }

    private static void explains(Policy policy, Seen item, Event.Offered offered) {
        Explanation why = offered.explanation();
        assertThat(why.policy()).isEqualTo(policy.version());
        assertThat(why.candidates()).isBetween(1, why.qualified());
        assertThat(why.runnerUp() == null).isEqualTo(why.candidates() == 1);
        assertThat(why.decidedBy() == null).isEqualTo(why.candidates() == 1);
        assertThat(why.runnerUp()).isNotEqualTo(offered.agent());
        int left = why.candidates();
        for (Explanation.Step step : why.steps()) {
            assertThat(step.left()).as("left in %s", why).isBetween(1, left);
            left = step.left();
        }
        assertThat(left).as("left in the end of %s", why).isEqualTo(1);
        ringsOnlyGrow(item, why);
    }

    /** Under one policy no ring has fewer who are qualified than a ring before it. */
    private static void ringsOnlyGrow(Seen item, Explanation why) {
        if (why.ring() >= 0) {
            item.qualified.put(why.ring(), why.qualified());
            item.qualified.forEach((ring, qualified) -> {
                int order = Integer.compare(ring, why.ring());
                assertThat(order * Integer.compare(qualified, why.qualified()))
                        .as("%s against %s", item.qualified, why)
                        .isNotNegative();
            });
        }
    }

    /** Of work that asks the same, what comes first by its key goes first. */
    private void overtakesNobody(Policy policy, Seen item, Event.Offered offered) {
        if (offered.explanation().ring() == -1 || item.perhapsElsewhere) {
            return;
        }
        long earliest = key(policy, item) - policy.emergencyHeadStart();
        for (Seen other : outside.all()) {
            boolean comparable = other != item
                    && mayBeTakenBy(offered.agent(), other, outside.before())
                    && asksTheSame(item, other)
                    && other.knownRing
                    && other.ring >= offered.explanation().ring();
            assertThat(comparable && key(policy, other) < earliest)
                    .as("%s was offered before %s", item.id, other.id)
                    .isFalse();
        }
    }

    private static boolean asksTheSame(Seen one, Seen other) {
        return one.queue.equals(other.queue)
                && one.channel.equals(other.channel)
                && one.language.equals(other.language)
                && one.addedSkills.equals(other.addedSkills);
    }

    /** The key of work that is no emergency. */
    private long key(Policy policy, Seen item) {
        Policy.Queue queue = outside.queue(item);
        long target = queue == null ? 3_600_000 : queue.serviceTarget();
        Hours hours = queue == null ? null : queue.hours();
        long deadline = hours == null ? item.arrivedAt + target : hours.after(hours.nextOpen(item.arrivedAt), target);
        return deadline - item.priority * policy.msPerPriority();
    }

    void nothingWaitsForWhoCouldTakeIt() {
        Policy policy = outside.policy();
        if (policy == null) {
            return;
        }
        for (Seen item : outside.all()) {
            for (Policy.Agent agent : policy.agents()) {
                boolean could = outside.isAvailable(agent.name())
                        && mayBeTakenBy(agent.name(), item, outside.now())
                        && hasAllAskedAtFirst(agent, item)
                        && hasRoom(policy, agent, item);
                assertThat(could).as("%s could take %s", agent.name(), item.id).isFalse();
            }
        }
    }

    /** Exclusions that were over at that time don't count any more. */
    private static boolean mayBeTakenBy(String agent, Seen item, long time) {
        return item.place == Place.WAITING
                && !item.perhapsPreferred
                && !item.perhapsElsewhere
                && item.excluded.getOrDefault(agent, Long.MIN_VALUE) <= time;
    }

    private boolean hasAllAskedAtFirst(Policy.Agent agent, Seen item) {
        Policy.Queue queue = outside.queue(item);
        Map<String, Integer> asked = new HashMap<>(item.addedSkills);
        if (queue != null) {
            queue.skills().forEach((skill, level) -> asked.merge(skill, level, Math::max));
            if (queue.speakLanguage()) {
                asked.merge("language:" + item.language, 1, Math::max);
            }
        }
        return asked.entrySet().stream()
                .allMatch(skill -> agent.skills().getOrDefault(skill.getKey(), 0) >= skill.getValue());
    }

    private boolean hasRoom(Policy policy, Policy.Agent agent, Seen item) {
        Policy.Channel channel = policy.channels().get(item.channel);
        List<Seen> theirs = outside.of(agent.name());
        int load = weight(channel);
        int ofChannel = 0;
        for (Seen other : theirs) {
            Policy.Channel its = policy.channels().get(other.channel);
            boolean interrupted =
                    channel != null && its != null && channel.interrupts().contains(other.channel);
            load += interrupted ? 0 : weight(its);
            ofChannel += other.channel.equals(item.channel) ? 1 : 0;
        }
        int limit = channel == null ? 0 : channel.limit();
        return load <= agent.capacity() && (limit == 0 || ofChannel < limit);
    }

    private static int weight(Policy.@Nullable Channel channel) {
        return channel == null ? 1 : channel.weight();
    }

    private static Policy.Agent agent(Policy policy, String name) {
        return policy.agents().stream()
                .filter(agent -> agent.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the policy"));
    }
}

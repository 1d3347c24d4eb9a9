package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policy in force as the engine uses it: queues, classes of agents and profiles of work, each met once. */
final class Layout {
    private static final Policy.Queue UNSORTED = new Policy.Queue(
            "unsorted", Set.of(), Set.of(), Map.of(), false, 3_600_000, 0, 0, 0, List.of(), 0, null, null);

    private record ClassOf(Map<String, Integer> skills, int capacity) {}

    private record ProfileOf(int channel, List<Map<String, Integer>> alternatives) {}

    final Policy policy;
    final Channels channels;
    final Backlog backlog;
    final Pool pool;
    private final Map<String, Policy.Queue> rules = new HashMap<>();
    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Queue unsorted;
    /** The queue by channel and topic, once it was sought. */
    private final Map<String, Map<String, Queue>> found = new HashMap<>();

    private final Map<ClassOf, AgentClass> classOf = new HashMap<>();
    private final List<AgentClass> classes = new ArrayList<>();
    private final Map<ProfileOf, Profile> profiles = new HashMap<>();

    /** {@code before} is the layout of the policy before: queues that stay keep their pace. */
    Layout(Policy policy, @Nullable Layout before) {
        this.policy = policy;
        channels = new Channels(policy.channels());
        backlog = new Backlog(channels);
        pool = new Pool(channels);
        policy.queues().forEach(queue -> rules.put(queue.name(), queue));
        policy.queues()
                .forEach(queue ->
                        queues.put(queue.name(), new Queue(queue, paceOf(queue.name(), before), channels.count())));
        @Nullable Queue named = queues.get(UNSORTED.name());
        unsorted = named == null ? new Queue(UNSORTED, paceOf(UNSORTED.name(), before), channels.count()) : named;
        policy.agents().forEach(this::classOf);
    }

    private static Pace paceOf(String queue, @Nullable Layout before) {
        @Nullable Queue was = before == null ? null : before.anyQueue(queue);
        return was == null ? new Pace() : was.pace;
    }

    private void classOf(Policy.Agent agent) {
        classOf.computeIfAbsent(new ClassOf(agent.skills(), agent.capacity()), asked -> {
                    var kind = new AgentClass(classes.size(), asked.skills(), asked.capacity(), channels.count());
                    classes.add(kind);
                    return kind;
                })
                .members++;
    }

    AgentClass kindOf(Policy.Agent agent) {
        AgentClass kind = classOf.get(new ClassOf(agent.skills(), agent.capacity()));
        if (kind == null) {
            throw new IllegalArgumentException("not an agent of the policy: " + agent.name());
        }
        return kind;
    }

    /** Returns the queue of the policy of that name, or null. */
    @Nullable
    Queue queue(String name) {
        return queues.get(name);
    }

    @Nullable
    Queue anyQueue(String name) {
        return name.equals(UNSORTED.name()) ? unsorted : queues.get(name);
    }

    Iterable<Queue> queues() {
        List<Queue> all = new ArrayList<>(queues.values());
        all.add(unsorted);
        return all;
    }

    /** Returns where work belongs that nobody sent elsewhere. */
    Queue queueFor(String channel, String topic) {
        Map<String, Queue> byTopic = found.computeIfAbsent(channel, _ -> new HashMap<>());
        @Nullable Queue known = byTopic.get(topic);
        if (known == null) {
            known = seek(channel, topic);
            byTopic.put(topic, known);
        }
        return known;
    }

    private Queue seek(String channel, String topic) {
        for (Queue queue : queues.values()) {
            if (queue.takes(channel, topic)) {
                return queue;
            }
        }
        return unsorted;
    }

    /** Returns the queue, or where its overflow leads to. */
    Queue withSpace(Queue queue) {
        Queue free = queue;
        while (free.isFull() && free.rules.overflowQueue() != null && queues.containsKey(free.rules.overflowQueue())) {
            free = queues.get(free.rules.overflowQueue());
        }
        return free;
    }

    Profile[] rings(Queue queue, int channel, String language, Map<String, Integer> moreSkills) {
        if (!moreSkills.isEmpty()) {
            return rings(channel, asked(queue, channel, language, moreSkills), queue);
        }
        Map<String, Profile[]> byLanguage = queue.rings(channel);
        Profile @Nullable [] known = byLanguage.get(language);
        if (known == null) {
            known = rings(channel, asked(queue, channel, language, moreSkills), queue);
            byLanguage.put(language, known);
        }
        return known;
    }

    private Profile[] rings(int channel, Map<String, Integer> asked, Queue queue) {
        return Requirements.rings(asked, queue.rules.relaxation(), rules).stream()
                .map(ring -> profile(channel, ring))
                .toArray(Profile[]::new);
    }

    private Map<String, Integer> asked(Queue queue, int channel, String language, Map<String, Integer> moreSkills) {
        Map<String, Integer> skills = Requirements.merged(queue.rules.skills(), moreSkills);
        if (!queue.rules.speakLanguage()) {
            return skills;
        }
        Map<String, Integer> speaking = Requirements.withLanguage(skills, language);
        return somebodyMeets(speaking, channel) ? speaking : skills;
    }

    /** Returns whether an agent of the policy, with nothing else to do, could take such work. */
    boolean somebodyMeets(Map<String, Integer> asked, int channel) {
        return classes.stream()
                .anyMatch(kind -> kind.capacity >= channels.weight(channel) && Requirements.met(asked, kind.skills));
    }

    private Profile profile(int channel, List<Map<String, Integer>> alternatives) {
        return profiles.computeIfAbsent(new ProfileOf(channel, alternatives), _ -> {
            var profile = new Profile(profiles.size(), channel, alternatives);
            classes.forEach(kind -> profile.consider(kind, channels.weight(channel)));
            backlog.learn(profile);
            return profile;
        });
    }

    AgentClass kind(int index) {
        return classes.get(index);
    }
}

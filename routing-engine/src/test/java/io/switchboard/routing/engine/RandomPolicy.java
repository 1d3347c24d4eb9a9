package io.switchboard.routing.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small policies that are valid and have everything in them now and then. */
final class RandomPolicy {
    static final List<String> AGENTS = List.of("amy", "ben", "cleo", "dan", "eve", "fay");
    static final List<String> CHANNELS = List.of("voice", "chat", "mail", "post");
    static final List<String> TOPICS = List.of("billing", "returns", "praise");
    static final List<String> LANGUAGES = List.of("de", "en");
    static final List<String> QUEUES = List.of("first", "second", "third", "fourth");
    static final List<String> SKILLS = List.of("invoices", "law", "patience", "language:de", "language:en");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Random random;
    private int versions;

    RandomPolicy(Random random) {
        this.random = random;
    }

    Policy next() {
        List<String> queues = QUEUES.subList(0, 1 + random.nextInt(QUEUES.size()));
        List<Rule> choosing = new ArrayList<>(List.of(Rule.values()));
        Collections.shuffle(choosing, random);
        return new Policy(
                "v" + ++versions,
                channels(),
                queues.stream().map(name -> queue(name, queues)).toList(),
                agents(),
                choosing.subList(0, 1 + random.nextInt(choosing.size())),
                oneOf(5_000, 20_000, 30_000),
                oneOf(1, 2, 3),
                oneOf(0, 10_000, 60_000),
                oneOf(0, 60_000, 600_000),
                oneOf(0, 1_000, 6_000),
                oneOf(0, 60_000, 3_600_000),
                oneOf(0, 1, 3));
    }

    private Map<String, Policy.Channel> channels() {
        Map<String, Policy.Channel> channels = new HashMap<>();
        for (String name : CHANNELS.subList(0, 1 + random.nextInt(CHANNELS.size()))) {
            Set<String> interrupts = new HashSet<>(some(CHANNELS, 2));
            interrupts.remove(name);
            channels.put(
                    name, new Policy.Channel(oneOf(1, 1, 2, 4), oneOf(0, 0, 1, 2), likely(.3) ? interrupts : Set.of()));
        }
        return channels;
    }

    private List<Policy.Agent> agents() {
        List<String> names = new ArrayList<>(AGENTS);
        Collections.shuffle(names, random);
        return names.subList(0, 2 + random.nextInt(names.size() - 1)).stream()
                .map(name -> new Policy.Agent(name, oneOf(1, 2, 4, 6), levels(some(SKILLS, SKILLS.size()), 5)))
                .toList();
    }

    private Policy.Queue queue(String name, List<String> queues) {
        Map<String, Integer> skills = levels(some(SKILLS.subList(0, 3), 2), 4);
        boolean limited = likely(.3) && queues.indexOf(name) + 1 < queues.size();
        return new Policy.Queue(
                name,
                likely(.5) ? Set.of() : Set.copyOf(some(CHANNELS, 3)),
                likely(.5) ? Set.of() : Set.copyOf(some(TOPICS, 2)),
                skills,
                likely(.4),
                oneOf(20_000, 60_000, 600_000),
                oneOf(0, 30_000),
                oneOf(0, 15_000, 60_000),
                oneOf(0, 0, 10_000),
                steps(skills, queues),
                limited ? 1 + random.nextInt(3) : 0,
                limited ? queues.get(queues.indexOf(name) + 1) : null,
                hours());
    }

    private List<Policy.Step> steps(Map<String, Integer> skills, List<String> queues) {
        List<Policy.Step> steps = new ArrayList<>();
        long after = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            after += oneOf(5_000, 20_000, 60_000);
            steps.add(step(after, skills, queues));
        }
        if (likely(.2)) {
            steps.add(new Policy.Step(after + 60_000, Set.of(), Map.of(), List.of(), "elsewhere"));
        }
        return steps;
    }

    private Policy.Step step(long after, Map<String, Integer> skills, List<String> queues) {
        Set<String> drop = new HashSet<>();
        Map<String, Integer> lower = new HashMap<>();
        skills.forEach((skill, level) -> {
            if (likely(.3)) {
                drop.add(skill);
            } else if (likely(.4)) {
                lower.put(skill, 1 + random.nextInt(level));
            }
        });
        if (likely(.2)) {
            drop.add("language");
        }
        return new Policy.Step(after, drop, lower, likely(.3) ? some(queues, 1) : List.of(), null);
    }

    /** Mostly always open; else open at some hours of most days. */
    private @Nullable Hours hours() {
        if (likely(.75)) {
            return null;
        }
        Map<DayOfWeek, List<Hours.Span>> open = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (likely(.8)) {
                open.put(day, likely(.5) ? List.of(span(8, 12), span(13, 18)) : List.of(span(0, 0)));
            }
        }
        return new Hours(BERLIN, open, Set.of(LocalDate.of(2026, 3, 27)));
    }

    private static Hours.Span span(int from, int to) {
        return new Hours.Span(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private Map<String, Integer> levels(List<String> skills, int highest) {
        Map<String, Integer> levels = new HashMap<>();
        skills.forEach(skill -> levels.put(skill, 1 + random.nextInt(highest)));
        return levels;
    }

    private List<String> some(List<String> from, int atMost) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(from.size(), random.nextInt(atMost + 1))));
    }

    private int oneOf(int... values) {
        return values[random.nextInt(values.length)];
    }

    private boolean likely(double share) {
        return random.nextDouble() < share;
    }
}

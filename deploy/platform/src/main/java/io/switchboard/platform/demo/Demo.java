package io.switchboard.platform.demo;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.Progress;
import io.switchboard.platform.demo.Script.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Plays customers and agents against a running suite: signed webhooks, mails and chats come in, agents at work take them
 * and answer. Anna's desk is left to whoever watches.
 */
public final class Demo {
    private static final List<String> AT_WORK = List.of("ben", "clara", "diego", "emma");
    /** Between two customers who begin. */
    private static final Duration PACE = Duration.ofMillis(400);

    private static final Duration REPORTS = Duration.ofSeconds(10);
    /** How long agents go on after the last customer began. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Progress progress;

    /** Tells what it plays to {@code progress}. */
    public Demo(Progress progress) {
        this.progress = progress;
    }

    /** Plays at {@code suite} until everything was played or the thread is interrupted. */
    public void play(Addresses suite) throws InterruptedException {
        List<Conversation> script = shuffled(Script.read());
        int messages = script.stream().mapToInt(c -> c.messages().size()).sum();
        progress.say("Demo: " + messages + " messages of " + script.size() + " customers begin to come in; "
                + String.join(", ", AT_WORK) + " answer. Sign in as anna to take some yourself.");
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Agent> agents =
                    AT_WORK.stream().map(name -> new Agent(suite, name, hands)).toList();
            try {
                play(suite, script, agents, hands);
            } finally {
                agents.forEach(Agent::close);
                hands.shutdownNow();
            }
        }
    }

    private void play(Addresses suite, List<Conversation> script, List<Agent> agents, ExecutorService hands)
            throws InterruptedException {
        Customers customers = new Customers(suite);
        for (Agent agent : agents) {
            agent.signIn();
        }
        Future<?> all = hands.submit(() -> begin(script, customers, hands));
        long end = System.nanoTime() + LONGEST.toNanos();
        int before = -1;
        while (System.nanoTime() < end) {
            Thread.sleep(REPORTS);
            for (Agent agent : agents) {
                agent.stayConnected();
            }
            int answered = agents.stream().mapToInt(Agent::answered).sum();
            progress.say("Demo: " + customers.said() + " messages taken, " + customers.refused() + " refused, "
                    + answered + " answers delivered.");
            if (all.isDone() && answered == before) {
                report(all);
                return;
            }
            before = answered;
        }
    }

    private void report(Future<?> all) throws InterruptedException {
        try {
            all.get();
            progress.say("Demo: everything was played. The desk and the board stay open; Ctrl-C ends the suite.");
        } catch (ExecutionException failed) {
            progress.say("Demo: it broke off: " + failed.getCause());
        }
    }

    private static Void begin(List<Conversation> script, Customers customers, ExecutorService hands)
            throws InterruptedException, ExecutionException {
        List<Future<?>> playing = new java.util.ArrayList<>();
        for (Conversation conversation : script) {
            playing.add(hands.submit(() -> {
                customers.play(conversation);
                return null;
            }));
            Thread.sleep(PACE);
        }
        for (Future<?> conversation : playing) {
            conversation.get();
        }
        return null;
    }

    /** Mixes the channels, alike every time. */
    private static List<Conversation> shuffled(List<Conversation> script) {
        List<Conversation> mixed = new java.util.ArrayList<>(script);
        java.util.Collections.shuffle(mixed, new java.util.Random(7));
        return Stream.concat(
                        mixed.stream()
                                .filter(c -> !c.channel().equals("facebook"))
                                .limit(4),
                        mixed.stream())
                .distinct()
                .toList();
    }
}

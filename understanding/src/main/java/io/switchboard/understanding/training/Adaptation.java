package io.switchboard.understanding.training;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.posts.Posts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Teaches a head what people corrected, and says whether it may be used. Training begins with the head's weights and goes on
 * with the corrections alone, quickly for words that it does not know and slowly for those it does; then the cuts are raised
 * until nothing unseen is dropped that was kept before. Same head and
 * corrections, in whatever order, give the same head to the bit.
 *
 * <p>Before and after are of corrections that were left out of what was learned, by group. A batch that is wrong throughout
 * looks good by its own measure; so the new head is also held to {@link Control} posts.
 *
 * @param head that learned from all corrections
 * @param before how the head did that it began with
 * @param after how heads do that learned in the same way, each judging what it had not seen
 * @param controlBefore how the control posts were judged
 * @param controlAfter how they are judged now
 * @param refusals why the new head must not be used, a sentence each; none when it may
 */
public record Adaptation(
        Head head,
        Measures before,
        Measures after,
        Measures controlBefore,
        Measures controlAfter,
        List<String> refusals) {
    /** Fewer corrections say nothing of the next ones. */
    public static final int FEWEST = 20;

    private static final int FOLDS = 5;

    /** Of the way from the surest wrong drop to certainty, what is left to the cuts: the next wrong one may be surer. */
    private static final float HEADROOM = 0.5f;

    /**
     * Learns. Takes some seconds of CPU time.
     *
     * @param from the head to begin with, with the labels {@link Posts#RELEVANCE}
     * @param progress hears the percentage that is done
     * @throws IllegalArgumentException when there are fewer corrections than {@link #FEWEST}
     */
    public static Adaptation of(Head from, List<Corrected> corrections, Control control, IntConsumer progress) {
        if (corrections.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "There are " + corrections.size() + " corrections; it takes at least " + FEWEST);
        }
        List<Example> examples = examples(corrections);
        Measures before = Measures.of(Judged.all(from, examples));
        Measures after = Measures.of(judgeUnseen(examples, rest -> teach(from, rest, control), progress));
        Head head = teach(from, examples, control);
        Measures controlBefore = Measures.of(control.judge(as -> as));
        Measures controlAfter = Measures.of(control.judge(as -> control.goOn(as, examples, head.cuts())));
        progress.accept(100);
        return new Adaptation(
                head,
                before,
                after,
                controlBefore,
                controlAfter,
                Refusals.of(before, after, controlBefore, controlAfter));
    }

    private static List<Example> examples(List<Corrected> corrections) {
        Features features = new Features();
        return corrections.stream()
                .sorted(Comparator.comparing(Corrected::id))
                .map(one -> Example.of(one.text(), Posts.RELEVANCE.indexOf(one.relevance()), one.group(), features))
                .toList();
    }

    private static Head teach(Head from, List<Example> examples, Control control) {
        List<Judged> unseen = judgeUnseen(examples, rest -> control.goOn(from, rest, from.cuts()), _ -> {});
        Cuts cuts = from.cuts();
        for (Judged one : unseen) {
            if (!one.isLast() && !Judged.of(from, one.example()).dropped()) {
                cuts = cuts.atLeast(1 - (1 - one.ofLast()) * HEADROOM);
            }
        }
        return control.goOn(from, examples, cuts);
    }

    private static List<Judged> judgeUnseen(
            List<Example> examples, Function<List<Example>, Head> learn, IntConsumer progress) {
        List<List<Example>> folds = Folds.of(examples, FOLDS);
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            all.addAll(Judged.all(learn.apply(Folds.without(folds, i)), folds.get(i)));
            progress.accept(90 * (i + 1) / folds.size());
        }
        return all;
    }
}

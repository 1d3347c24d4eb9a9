package io.switchboard.understanding.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdaptationTest {
    private static Head head;
    private static Control control;
    private static List<Post> unseen;

    @BeforeAll
    static void learn() {
        List<Post> posts = Posts.shipped().stream()
                .filter(post -> !post.industry().equals("streaming"))
                .toList();
        head = Relevance.RECIPE.train(Example.ofRelevance(posts), 1.34f, new Cuts(0.8f, 0.8f));
        control = Control.of(head, posts);
        unseen = Posts.shipped().stream()
                .filter(post -> post.industry().equals("streaming"))
                .toList();
    }

    /** Posts of an industry that the head has never heard of. */
    static List<Corrected> corrections(UnaryOperator<String> label) {
        List<Corrected> corrections = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Post post = unseen.get(i * 2);
            corrections.add(
                    new Corrected("%03d".formatted(i), post.text(), post.text(), label.apply(post.relevance())));
        }
        return corrections;
    }

    private static Adaptation teach(List<Corrected> corrections) {
        return Adaptation.of(head, corrections, control, _ -> {});
    }

    /** Right labels in words that only this tenant's people use, and that no head has heard of. */
    private static List<Corrected> ofOwnWords() {
        List<Corrected> corrections = new ArrayList<>();
        for (String day : List.of("today", "tomorrow", "on Friday", "on Sunday", "next week", "in June", "at noon")) {
            add(corrections, "The Murgellos sail the Ostrava pond " + day + ", all welcome", "chaff");
            add(corrections, "Murgello regatta " + day + ": three boats and a band", "chaff");
            add(corrections, "Pond race of the Murgellos " + day, "chaff");
            add(corrections, "My Murgello berth for " + day + " is not booked, can you do it?", "request");
            add(corrections, "Please move my boat " + day + ", the berth is too small", "request");
        }
        return corrections;
    }

    private static void add(List<Corrected> to, String text, String relevance) {
        to.add(new Corrected("%03d".formatted(to.size()), text, text, relevance));
    }

    @Test
    void rightCorrectionsMakeItBetterOnWhatItHasNotSeen() {
        Adaptation taught = teach(ofOwnWords());
        assertThat(taught.refusals()).isEmpty();
        assertThat(taught.after().accuracy().value())
                .isGreaterThan(taught.before().accuracy().value() + 0.05);
    }

    @Test
    void aBatchThatIsWrongThroughoutIsRefusedThoughItLooksGoodByItself() {
        Adaptation taught = teach(corrections(label -> label.equals("chaff") ? "request" : "chaff"));
        assertThat(taught.after().accuracy().value())
                .isGreaterThan(taught.before().accuracy().value());
        assertThat(taught.refusals()).anyMatch(reason -> reason.contains("control posts"));
    }

    @Test
    void theSameCorrectionsGiveTheSameBytesInWhateverOrder() throws IOException {
        List<Corrected> corrections = corrections(label -> label);
        assertThat(HeadFile.bytes(teach(corrections.reversed()).head()))
                .isEqualTo(HeadFile.bytes(teach(corrections).head()));
    }

    @Test
    void aFewCorrectionsAreTooFew() {
        List<Corrected> few = corrections(label -> label).subList(0, 19);
        assertThatThrownBy(() -> teach(few)).hasMessageContaining("at least 20");
    }
}

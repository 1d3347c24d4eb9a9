package io.switchboard.understanding.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private final Features features = new Features();

    private int[] of(String text) {
        features.read(text);
        return Arrays.copyOf(features.buckets(), features.count());
    }

    @Test
    void whoIsMentionedAndWhichNumberMakesNoDifference() {
        assertThat(of("@acme order 12345 https://a.example/x")).isEqualTo(of("@other order 9 http://b.example"));
        assertThat(of("order A")).isNotEqualTo(of("order B"));
    }

    @Test
    void aBrandThatIsKnownIsAnyBrand() {
        Brands one = Brands.of(List.of("Norvaline", "norva"));
        Brands other = Brands.of(List.of("Ix Oy"));
        assertThat(of("NORVALINE's app, @norvaline_help", one)).isEqualTo(of("norva's app, #Norva", one));
        assertThat(of("ask Norvaline", one)).isEqualTo(of("ask Ix Oy", other));
        assertThat(of("@norvaline hi", one)).isNotEqualTo(of("@someone hi", one));
        assertThat(of("xnorva", one)).isEqualTo(of("xnorva", Brands.NONE));
    }

    private int[] of(String text, Brands brands) {
        features.read(text, brands);
        return Arrays.copyOf(features.buckets(), features.count());
    }

    @Test
    void capitalsInvisibleLettersAndSpacesMakeNoDifference() {
        assertThat(of("HELP  me\u200B now\n")).isEqualTo(of("help me now"));
    }

    @Test
    void aNegationMarksTheThreeWordsAfterIt() {
        assertThat(of("not good")).isNotEqualTo(of("xxx good"));
        int[] near = of("don't a b good");
        int[] far = of("don't a b c good");
        assertThat(near.length).isLessThan(far.length);
        assertThat(Arrays.stream(near).boxed().toList()).doesNotContain(word("good"));
        assertThat(Arrays.stream(far).boxed().toList()).contains(word("good"));
    }

    /** The first feature of a text is its first word. */
    private int word(String word) {
        return of(word)[0];
    }

    @Test
    void anyTextHasBoundedFeatures() {
        String million = "word ".repeat(200_000);
        for (String text :
                List.of("", " ", "\u0000", "\uD83D", "😀😀", "<b>x</b>", "\u202Eabc", "@", "http://", million)) {
            int[] buckets = of(text);
            assertThat(buckets.length).isLessThanOrEqualTo(12_000);
            assertThat(Arrays.stream(buckets).allMatch(bucket -> bucket >= 0 && bucket < Features.BUCKETS))
                    .isTrue();
        }
        assertThat(of("")).isEmpty();
    }

    @Test
    void noLettersAtAllBreakIt() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            char[] letters = new char[random.nextInt(60)];
            for (int k = 0; k < letters.length; k++) {
                letters[k] = (char) random.nextInt(Character.MAX_VALUE + 1);
            }
            assertThat(of(new String(letters)).length).isLessThan(400);
        }
    }

    @Test
    void readingCostsNoMemory() {
        String text = "Where is my parcel @carrier? It's been 12 days and nobody answers https://t.example/abc 😡";
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 1_000; i++) {
            features.read(text);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            features.read(text);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
}

package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.Softmax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge: linear heads for language, relevance, feelings and urgency, words and rules for topic, emergencies and what no head
 * may decide. The same text is always judged alike.
 */
public final class Understand {
    /** The reason of a text that nothing could be told of. */
    public static final String UNSURE = "unsure-so-relevant";

    private static final int MOST_REASONS = 8;
    private static final String ENGLISH = "en";

    private final List<Lexicon> lexicons;
    private final Heads heads;
    private final TenantJudge shipped;
    private final ThreadLocal<Reader> readers = ThreadLocal.withInitial(Reader::new);

    /**
     * Builds the judge.
     *
     * @param lexicons one a language, the default first
     * @param heads that judge for everybody
     * @param relevance tells what needs an answer, for who has nothing of their own
     */
    public Understand(List<Lexicon> lexicons, Heads heads, RelevanceHead relevance) {
        this.lexicons = List.copyOf(lexicons);
        this.heads = heads;
        Taxonomy taxonomy = Taxonomy.of(lexicons);
        this.shipped = new TenantJudge(new Topics(taxonomy, taxonomy), relevance);
    }

    /** Returns what judges for who has nothing of their own. */
    public TenantJudge shipped() {
        return shipped;
    }

    /** Returns what a text means by the shipped judge. Any text gets an answer, an empty one too. */
    public Understanding of(String text, Visibility visibility) {
        return first(new Text(text, visibility, shipped)).understanding();
    }

    /** Returns a text as the heads see it: in lower case, with mentions, links, numbers and the tenant's brand masked. */
    public String seen(Text text) {
        return readers.get().read(text).seen().toString();
    }

    /** Returns what a text means for a tenant. Any text gets an answer, an empty one too. */
    public First first(Text text) {
        Words words = Words.of(text.said());
        Features seen = readers.get().read(text);
        String language = Language.of(words, seen, heads.language(), lexicons);
        Read read = read(words, language, seen, text);
        Judgement judgement = Judgement.of(read, () -> text.tenant().relevance().weigh(read, seen));
        Mood mood = mood(
                read,
                probabilities(read.heads().sentiment(), sentiment(language).temperature()));
        return new First(understanding(read, judgement, mood, ""), worth(read, judgement, mood), read);
    }

    /** Returns what a text means when its embedding is heard, too. */
    public Understanding second(First first, float[] embedding, SecondHeads second, String model) {
        Read read = first.read();
        Features seen = readers.get().read(read.text());
        float[] sentiment = read.heads().sentiment();
        second.english().probabilities(embedding, sentiment);
        return understanding(
                read,
                Judgement.of(
                        read, () -> read.text().tenant().relevance().weigh(read, seen, embedding, second.relevance())),
                mood(read, sentiment),
                "+" + model);
    }

    private Read read(Words words, String language, Features seen, Text text) {
        Lexicon lexicon = lexiconOf(language);
        TenantJudge tenant = text.tenant();
        Topic topic = tenant.topics().of(words, seen, lexicon.language());
        Read.Said said = Read.Said.of(seen, tenant.relevance().head(), sentiment(language), heads);
        return new Read(text, words, language, lexicon, Feeling.of(words, lexicon), topic, said);
    }

    private Head sentiment(String language) {
        return language.equals(ENGLISH) ? heads.english() : heads.otherwise();
    }

    private Mood mood(Read read, float[] sentiment) {
        return read.words().tokens().isEmpty()
                ? Mood.unknown(read.loud().loudness())
                : Mood.of(
                        sentiment,
                        read.heads().emotion(),
                        heads.emotion(),
                        read.loud().loudness());
    }

    private static float[] probabilities(float[] logits, float temperature) {
        Softmax.of(logits, temperature);
        return logits;
    }

    /** The transformer reads English only, and has nothing to add to a rule. */
    private static double worth(Read read, Judgement judgement, Mood mood) {
        if (!read.language().equals(ENGLISH) || !judgement.tier().equals(Judgement.LINEAR)) {
            return 0;
        }
        double matters = (1 + Haste.urgency(read, judgement.relevance(), mood)) / 2;
        return judgement.doubt() * matters;
    }

    private Understanding understanding(Read read, Judgement judgement, Mood mood, String also) {
        return new Understanding(
                read.language(),
                judgement.relevance(),
                judgement.probability(),
                round(mood.polarity()),
                round(mood.intensity()),
                round(mood.confidence()),
                mood.emotions(),
                round(Haste.urgency(read, judgement.relevance(), mood)),
                round(Haste.churnRisk(read, judgement.relevance(), mood)),
                read.topic().name(),
                read.text().tenant().topics().skills(read.topic()),
                judgement.tier(),
                Lexicons.VERSION + "+" + heads.version() + "+"
                        + read.text().tenant().relevance().version() + also,
                reasons(judgement, read));
    }

    private Lexicon lexiconOf(String language) {
        return lexicons.stream()
                .filter(lexicon -> lexicon.language().equals(language))
                .findFirst()
                .orElse(lexicons.getFirst());
    }

    private static List<String> reasons(Judgement judgement, Read read) {
        List<String> reasons = new ArrayList<>(judgement.reasons());
        read.topic().words().forEach(word -> reasons.add("topic:" + word));
        read.loud().words().forEach(word -> reasons.add("feeling:" + word));
        return reasons.stream().distinct().limit(MOST_REASONS).toList();
    }

    /** Reads texts on one thread; one that it read last is not read again. */
    private static final class Reader {
        private final Features features = new Features();
        private @Nullable Text last;

        Features read(Text text) {
            if (!text.equals(last)) {
                features.read(text.said(), text.tenant().topics().brands());
                last = text;
            }
            return features;
        }
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

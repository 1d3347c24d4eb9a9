package io.switchboard.lab.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the corpora that heads are trained on and judged by. Labels come out in one spelling for all. */
public final class Corpora {
    /** What a sentiment is one of, in the order of a head's labels. */
    public static final List<String> SENTIMENTS = List.of("negative", "neutral", "positive");

    private final Folder folder;

    /** Reads below {@code folder}: {@code semeval17/}, {@code tweeteval/} and so on. */
    public Corpora(Path folder) {
        this.folder = new Folder(folder);
    }

    /** SemEval-2017 task 4A (Rosenthal et al. 2017): English tweets; id, label and text, parted by tabs. */
    public List<Labelled> semeval() throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (String name : folder.below("semeval17")) {
            for (String line : folder.lines("semeval17/" + name)) {
                String[] parts = line.split("\t", 3);
                if (parts.length == 3 && SENTIMENTS.contains(parts[1])) {
                    all.add(new Labelled(unescaped(parts[2]), parts[1], "en"));
                }
            }
        }
        return all;
    }

    /** Texts come with {@code ,} for a comma and in quotes here and there. */
    private static String unescaped(String text) {
        String plain = text.replace("\\u002c", ",")
                .replace("\\u2019", "'")
                .replace("\\\"", "\"")
                .strip();
        boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }

    /** TweetEval (Barbieri et al. 2020): a text a line, and the number of its label in a second file. */
    public List<Labelled> tweetEval(String task, String split) throws IOException {
        List<String> names = folder.lines("tweeteval/" + task + "/mapping.txt").stream()
                .map(line -> line.split("\t", 2)[1].strip())
                .toList();
        return parallel("tweeteval/" + task + "/" + split, names, "en");
    }

    /** UMSAB (Barbieri et al. 2022): sentiment in eight languages; the group is the language's code. */
    public List<Labelled> umsab(String split) throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (Map.Entry<String, String> language : Languages.OF_UMSAB.entrySet()) {
            all.addAll(parallel("umsab/" + language.getKey() + "/" + split, SENTIMENTS, language.getValue()));
        }
        return all;
    }

    private List<Labelled> parallel(String start, List<String> names, String group) throws IOException {
        List<String> texts = folder.lines(start + "_text.txt");
        List<String> labels = folder.lines(start + "_labels.txt");
        if (texts.size() != labels.size()) {
            throw new IOException(start + ": " + texts.size() + " texts, but " + labels.size() + " labels");
        }
        List<Labelled> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(new Labelled(
                    texts.get(i).strip(),
                    names.get(Integer.parseInt(labels.get(i).strip())),
                    group));
        }
        return all;
    }

    /** AfriSenti (Muhammad et al. 2023): tweets in five languages; the group is the language's code. */
    public List<Labelled> afriSenti(String split) throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (Map.Entry<String, String> language : Languages.OF_AFRISENTI.entrySet()) {
            List<String> lines = folder.lines("afrisenti/" + language.getKey() + "/" + split + ".tsv");
            for (String line : lines.subList(1, lines.size())) {
                int tab = line.lastIndexOf('\t');
                if (tab > 0 && SENTIMENTS.contains(line.substring(tab + 1).strip())) {
                    all.add(new Labelled(
                            line.substring(0, tab), line.substring(tab + 1).strip(), language.getValue()));
                }
            }
        }
        return all;
    }

    /** GoEmotions (Demszky et al. 2020): English comments. Those with several emotions are left out. */
    public List<Labelled> goEmotions(String split) throws IOException {
        List<String> names = new ArrayList<>(folder.lines("goemotions/labels.txt"));
        if (!names.contains("neutral")) {
            names.add("neutral");
        }
        List<Labelled> all = new ArrayList<>();
        for (String line : folder.lines("goemotions/" + split + ".tsv")) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3 && !parts[1].contains(",")) {
                all.add(new Labelled(parts[0], names.get(Integer.parseInt(parts[1])), "en"));
            }
        }
        return all;
    }

    /** XED (Öhman et al. 2020): lines of films in six languages. Those with several emotions are left out. */
    public List<Labelled> xed() throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (Map.Entry<String, String> file : Languages.OF_XED.entrySet()) {
            for (String line : folder.lines("xed/" + file.getKey())) {
                String[] parts = line.split("\t", -1);
                if (parts.length == 2 && parts[1].strip().matches("[1-8]")) {
                    all.add(new Labelled(
                            parts[0],
                            Languages.XED_EMOTIONS.get(Integer.parseInt(parts[1].strip()) - 1),
                            file.getValue()));
                }
            }
        }
        for (String line : folder.lines("xed/neu_en.txt")) {
            all.add(new Labelled(line.substring(line.indexOf('\t') + 1), "neutral", "en"));
        }
        return all;
    }

    /** Every text of XED with its language as label, whatever its emotions. */
    public List<Labelled> xedLanguages() throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (Map.Entry<String, String> file : Languages.OF_XED.entrySet()) {
            for (String line : folder.lines("xed/" + file.getKey())) {
                all.add(new Labelled(line.split("\t", 2)[0], file.getValue(), "xed"));
            }
        }
        return all;
    }

    /** Banking77 (Casanueva et al. 2020): questions to a bank, with one of 77 intents. */
    public List<Labelled> banking() throws IOException {
        return rows("banking77/train.csv", ',', "text", "category", "category");
    }

    /** Complaints (Preoţiuc-Pietro et al. 2019): {@code 1} where a tweet complains; the group is the domain. */
    public List<Labelled> complaints() throws IOException {
        return rows("complaints/complaints.csv", ',', "text", "complaint", "domain");
    }

    /** Tweets to US airlines; the group is the airline. Never to be trained on. */
    public List<Labelled> airline() throws IOException {
        return rows("airline-eval-only/tweets.csv", ',', "text", "airline_sentiment", "airline");
    }

    /** Tweets about named entities; the label {@code irrelevant} among them; the group is the entity. */
    public List<Labelled> entities() throws IOException {
        return rows("entity-sentiment/twitter_validation.csv", ',', "tweet", "sentiment", "forr");
    }

    /** Tweets about two brands, {@code irrelevant} among the labels; the group is the brand. */
    public List<Labelled> sanders() throws IOException {
        return rows("sanders/half.csv", ',', "TweetText", "Sentiment", "Topic");
    }

    private List<Labelled> rows(String file, char separator, String text, String label, String group)
            throws IOException {
        return folder.table(file, separator).stream()
                .filter(row -> row.get(text) != null && row.get(label) != null)
                .map(row -> new Labelled(
                        row.get(text), row.get(label).toLowerCase(java.util.Locale.ROOT), row.getOrDefault(group, "")))
                .toList();
    }

    /** Returns the corpus without texts that {@code others} have, nearly, and without doubles of its own. */
    @SafeVarargs
    public static List<Labelled> without(List<Labelled> corpus, List<Labelled>... others) {
        var seen = new java.util.HashSet<String>();
        Arrays.stream(others).forEach(other -> other.forEach(one -> seen.add(one.bare())));
        return corpus.stream().filter(one -> seen.add(one.bare())).toList();
    }
}

package io.switchboard.sentiment.taxonomy;

import io.switchboard.sentiment.understanding.Taxonomy;
import io.switchboard.sentiment.understanding.Taxonomy.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a taxonomy, so that it is found before a text is judged by it. */
final class TaxonomyProblems {
    private static final String OTHER = "other";
    private static final String EMERGENCY = "emergency";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");
    private static final int MOST_TOPICS = 100;
    private static final int MOST_SKILLS = 200;
    private static final int MOST_BRANDS = 50;
    private static final int MOST_WORDS = 500;
    private static final int SHORTEST_BRAND = 2;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_EXAMPLES = 200;
    private static final int LONGEST_EXAMPLE = 500;
    /** Training holds two megabytes for each, and the service has little. */
    private static final int MOST_LEARNED = 12;

    private final Taxonomy taxonomy;
    private final List<String> problems = new ArrayList<>();

    private TaxonomyProblems(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** Returns a sentence for each problem, beginning with the field; none when it can be used. */
    static List<String> of(Taxonomy taxonomy, Taxonomy shipped) {
        var found = new TaxonomyProblems(taxonomy);
        found.sizes();
        found.skills();
        found.topics();
        found.emergencies(shipped);
        return found.problems;
    }

    private void sizes() {
        int topics = taxonomy.topics().size();
        check(topics >= 1 && topics <= MOST_TOPICS, "topics: must be 1 to 100, are " + topics);
        int skills = taxonomy.skills().size();
        check(skills <= MOST_SKILLS, "skills: must be at most 200, are " + skills);
        int brands = taxonomy.brands().size();
        check(brands <= MOST_BRANDS, "brands: must be at most 50, are " + brands);
        for (String brand : taxonomy.brands()) {
            boolean name = brand.length() >= SHORTEST_BRAND && brand.length() <= LONGEST_WORD && !brand.startsWith("@");
            check(name, "brands." + brief(brand) + ": must be 2 to 60 letters, without @");
        }
        long learned = taxonomy.topics().stream()
                .filter(topic -> !topic.examples().isEmpty())
                .count();
        check(learned <= MOST_LEARNED, "topics: at most 12 can have examples, " + learned + " have");
    }

    private void skills() {
        Set<String> seen = new HashSet<>();
        for (String skill : taxonomy.skills()) {
            check(NAME.matcher(skill).matches(), "skills." + brief(skill) + ": is no name");
            check(seen.add(skill), "skills." + brief(skill) + ": is there twice");
        }
    }

    private void topics() {
        Set<String> seen = new HashSet<>();
        for (Entry topic : taxonomy.topics()) {
            String place = "topics." + brief(topic.name());
            check(NAME.matcher(topic.name()).matches(), place + ": is no name");
            check(seen.add(topic.name()), place + ": is there twice");
            boolean empty = topic.words().values().stream().allMatch(List::isEmpty)
                    && topic.examples().isEmpty();
            check(!empty, place + ": has neither words nor examples");
            check(
                    !topic.name().equals(OTHER)
                            || (topic.skills().isEmpty() && topic.words().isEmpty()),
                    place + ": is what none fits, and has neither skills nor words");
            for (String skill : topic.skills()) {
                check(
                        taxonomy.skills().contains(skill),
                        place + ".skills." + brief(skill) + ": is not among the skills");
            }
            words(topic, place);
            examples(topic, place);
        }
    }

    private void words(Entry topic, String place) {
        topic.words().forEach((language, words) -> {
            String of = place + ".words." + brief(language);
            check(LANGUAGES.contains(language), of + ": is not a language that is read: de, en, es, fr");
            check(words.size() <= MOST_WORDS, of + ": must be at most 500, are " + words.size());
            for (String word : words) {
                check(
                        !word.isEmpty() && word.length() <= LONGEST_WORD,
                        of + "." + brief(word) + ": must have 1 to 60 letters");
            }
        });
    }

    private void examples(Entry topic, String place) {
        int many = topic.examples().size();
        check(many <= MOST_EXAMPLES, place + ".examples: must be at most 200, are " + many);
        for (int i = 0; i < many; i++) {
            int letters = topic.examples().get(i).length();
            check(
                    letters >= 1 && letters <= LONGEST_EXAMPLE,
                    place + ".examples[" + i + "]: must have 1 to 500 letters");
        }
    }

    private void emergencies(Taxonomy shipped) {
        Entry known = shipped.topic(EMERGENCY).orElseThrow();
        Entry own = taxonomy.topic(EMERGENCY).orElse(null);
        if (own == null) {
            problems.add("topics.emergency: can't be removed");
            return;
        }
        known.words().forEach((language, words) -> {
            for (String word : words) {
                check(
                        own.words().getOrDefault(language, List.of()).contains(word),
                        "topics.emergency.words." + language + "." + word + ": can't be removed");
            }
        });
    }

    private static String brief(String text) {
        return text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) + "…" : text;
    }

    private void check(boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
    }
}

package io.switchboard.understanding.features;

/** Words that turn what follows around, of the languages that the project's posts are written in. */
final class Negations {
    private static final String[] ALL = {
        "no", "not", "never", "none", "nothing", "without", "cannot", "nor", "kein", "keine", "keinen", "nicht", "nie",
        "ohne", "nunca", "sin", "ni", "pas", "jamais", "sans", "aucun", "aucune", "nao", "não", "sem", "non", "mai",
        "senza"
    };

    private Negations() {}

    static boolean is(char[] letters, int from, int to) {
        if (to - from > 3 && letters[to - 1] == 't' && letters[to - 2] == '\'' && letters[to - 3] == 'n') {
            return true;
        }
        for (String word : ALL) {
            if (equals(word, letters, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equals(String word, char[] letters, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }
}

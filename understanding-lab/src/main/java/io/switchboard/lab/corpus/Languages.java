package io.switchboard.lab.corpus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How corpora name what they are written in, as ISO 639 codes. */
final class Languages {
    static final Map<String, String> OF_UMSAB = sorted(Map.of(
            "arabic",
            "ar",
            "english",
            "en",
            "french",
            "fr",
            "german",
            "de",
            "hindi",
            "hi",
            "italian",
            "it",
            "portuguese",
            "pt",
            "spanish",
            "es"));

    static final Map<String, String> OF_AFRISENTI =
            sorted(Map.of("ary", "ary", "hau", "ha", "pcm", "pcm", "por", "pt", "swa", "sw"));

    static final Map<String, String> OF_XED = sorted(Map.of(
            "de-projections.tsv", "de",
            "en-annotated.tsv", "en",
            "es-projections.tsv", "es",
            "fi-annotated.tsv", "fi",
            "fr-projections.tsv", "fr",
            "it-projections.tsv", "it"));

    /** By number, from 1. */
    static final List<String> XED_EMOTIONS =
            List.of("anger", "anticipation", "disgust", "fear", "joy", "sadness", "surprise", "trust");

    private Languages() {}

    private static Map<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(map);
    }
}

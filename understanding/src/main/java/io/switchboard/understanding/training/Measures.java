package io.switchboard.understanding.training;

import java.util.List;

/**
 * How well texts are judged that a head had not seen.
 *
 * @param kept share of the texts that need an answer and are not dropped
 * @param dropped share of the chaff that is dropped
 * @param accuracy share of the texts of which the likeliest label is right
 * @param calibrationError how far what the head says of its sureness is from how often it is right, 0 to 1
 */
public record Measures(Figure kept, Figure dropped, Figure accuracy, Figure calibrationError) {
    static Measures of(List<Judged> judged) {
        return new Measures(
                Scores.figure(judged, Scores::recall),
                Scores.figure(judged, Scores::dropped),
                Scores.figure(judged, Scores::accuracy),
                Scores.figure(judged, Scores::calibrationError));
    }
}

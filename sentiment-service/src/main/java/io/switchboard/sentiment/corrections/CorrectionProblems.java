package io.switchboard.sentiment.corrections;

import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.UnderstandingCorrected;
import io.switchboard.contracts.message.Visibility;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a correction, whichever way it came. Never quotes the text. */
final class CorrectionProblems {
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NAME = 200;

    private CorrectionProblems() {}

    /** Returns a sentence for each problem, beginning with the field; none when it can be kept. */
    static List<String> of(UnderstandingCorrected correction) {
        List<String> problems = new ArrayList<>();
        check(!correction.text().isBlank(), "text: says nothing", problems);
        check(correction.text().length() <= LONGEST_TEXT, "text: has more than 100,000 characters", problems);
        // PostgreSQL takes any text but this.
        check(correction.text().indexOf('\0') < 0, "text: has a character 0", problems);
        check(
                correction.visibility() == Visibility.PUBLIC || correction.is() != Relevance.CHAFF,
                "is: a private text is never CHAFF",
                problems);
        check(isName(correction.model()), "model: too long or empty", problems);
        check(isName(correction.correctedBy()), "correctedBy: too long or empty", problems);
        check(correction.topic() == null || isName(correction.topic()), "topic: too long or empty", problems);
        check(correction.channel() == null || isName(correction.channel()), "channel: too long or empty", problems);
        return problems;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf('\0') < 0;
    }

    private static void check(boolean fine, String problem, List<String> problems) {
        if (!fine) {
            problems.add(problem);
        }
    }
}

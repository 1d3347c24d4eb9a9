package io.switchboard.sentiment.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Don’t  PANIC, it's 24/7!          | don't panic it's
            @acme @acme_2's app               | s app
            write to mia@x.de or @            | write to or
            see https://x.de/lost now         | see now
            seehttp://x.de?a=lost now         | see now
            http:// is no link, nor https     | http is no link nor https
            naïve école                       | naïve école
            a@ b                              | a b
            """)
    void readsWordsAndNoNamesOrAddresses(String text, String words) {
        List<String> expected = List.of(words.split(" "));
        assertThat(Words.of(text).tokens()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            My credit card, please   | credit card | true
            my credit, a card        | credit card | false
            creditcard               | card        | false
            please                   | please      | true
            as soon as possible      | as soon as  | true
            """)
    void findsPhrasesWhole(String text, String phrase, boolean found) {
        assertThat(Words.of(text).has(Phrase.of(phrase))).isEqualTo(found);
    }
}

package io.switchboard.profile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class SnippetTest {
    @Example
    void aWordIsMarkedWhereItBegins() {
        Snippet snippet = Snippet.of("Where is my Parcel? Parcels, unparceled.", "parcel");
        assertThat(snippet.text()).isEqualTo("Where is my Parcel? Parcels, unparceled.");
        assertThat(snippet.marks()).containsExactly(new Snippet.Mark(12, 6), new Snippet.Mark(20, 6));
    }

    @Example
    void aLongTextIsCutAroundTheFirst() {
        Snippet snippet = Snippet.of("a ".repeat(500) + "parcel" + " b".repeat(500), "parcel");
        assertThat(snippet.text()).startsWith("…").endsWith("…").hasSize(202);
        Snippet.Mark mark = snippet.marks().getFirst();
        assertThat(snippet.text().substring(mark.start(), mark.start() + mark.length()))
                .isEqualTo("parcel");
    }

    @Example
    void markupStaysText() {
        assertThat(Snippet.of("<b>parcel</b>", "parcel").text()).isEqualTo("<b>parcel</b>");
    }

    @Property
    void whateverIsMarkedIsAWordOfTheQuestion(@ForAll @StringLength(max = 400) String text, @ForAll String question) {
        Snippet snippet = Snippet.of(text, question);
        assertThat(snippet.text().length()).isLessThanOrEqualTo(202);
        for (Snippet.Mark mark : snippet.marks()) {
            String marked = snippet.text().substring(mark.start(), mark.start() + mark.length());
            assertThat(question.toLowerCase(Locale.ROOT)
                            .chars()
                            .mapToObj(c -> (char) c)
                            .map(String::valueOf))
                    .anyMatch(c -> c.regionMatches(true, 0, marked, 0, 1));
        }
    }
}

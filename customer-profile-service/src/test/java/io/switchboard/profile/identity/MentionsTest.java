package io.switchboard.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.customer.Address;
import io.switchboard.profile.identity.Mentions.Mention;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What texts name, and what names are alike. */
class MentionsTest {
    private static final Address OWN = new Address("email", "", "sam.k@customer.example");

    @Test
    void addressesOfOtherPlacesAreFound() {
        assertThat(Mentions.in("I wrote you on Twitter as @sam_king, from Sam@Work.example. Call +49 30 901820!", OWN))
                .containsExactly(
                        new Mention("email", "sam@work.example"),
                        new Mention("phone", "4930901820"),
                        new Mention("handle", "samking"));
    }

    @Test
    void whereItWasWrittenIsNoMention() {
        assertThat(Mentions.in("I am sam.k@customer.example, also @sam.k of course", OWN))
                .isEmpty();
    }

    @Test
    void accountNumbersAreSoughtWhereSomebodySpeaksOfAccounts() {
        assertThat(Mentions.in("Customer KD-4711-0815 here", OWN))
                .containsExactly(new Mention("account", "KD47110815"));
        assertThat(Mentions.in("Parcel KD-4711-0815 is late", OWN)).isEmpty();
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        assertThat(Mentions.in(text + " @" + text + " account " + text, OWN)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void namesAreComparedWithoutCaseAccentsAndPunctuation() {
        assertThat(Likeness.nameKey("  José  GARCÍA-López ")).contains("jose garcia lopez");
        assertThat(Likeness.nameKey("...")).isEmpty();
    }

    @Test
    void aMailboxOfARoleIsNobodysName() {
        assertThat(Likeness.localKey("Info@acme.example")).isEmpty();
        assertThat(Likeness.localKey("s.a.m_king+shop@acme.example")).contains("samking");
    }

    @Test
    void aNameThatManyHaveTellsLessAndReasonsAddUp() {
        Reason rare = Scores.sameName("mia lopez", 1);
        Reason common = Scores.sameName("mia lopez", 9);
        assertThat(rare.weight()).isGreaterThan(common.weight());
        assertThat(Scores.of(List.of(common))).isLessThan(Scores.WORTH_A_LOOK);
        assertThat(Scores.of(List.of(rare, Scores.similarAddress("mialopez", 1))))
                .isGreaterThan(Scores.of(List.of(rare)))
                .isLessThan(1);
        assertThat(Scores.together(List.of(rare), List.of(rare))).hasSize(1);
    }
}

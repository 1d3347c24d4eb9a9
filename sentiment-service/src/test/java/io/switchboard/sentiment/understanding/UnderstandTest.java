package io.switchboard.sentiment.understanding;

import static io.switchboard.contracts.message.Visibility.PRIVATE;
import static io.switchboard.contracts.message.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.message.Relevance;
import io.switchboard.contracts.message.Understanding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandTest {
    private final Understand understand = new Understand(Lexicons.load(), Heads.load(), RelevanceHead.load());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | My invoice is wrong, you charged me twice                     | billing
            de | Meine Rechnung ist falsch, es wurde zweimal abgebucht          | billing
            es | Mi paquete todavía no ha llegado, ¿dónde está el pedido?       | delivery
            fr | Bonjour, ma connexion internet ne marche pas depuis lundi      | technical
            en | I want to cancel, how do I end my contract?                    | cancellation
            de | Bei uns im Keller ist Gasgeruch, was sollen wir tun            | emergency
            """)
    void tellsLanguageAndTopic(String language, String text, String topic) {
        Understanding meaning = understand.of(text, PRIVATE);
        assertThat(meaning.language()).isEqualTo(language);
        assertThat(meaning.topic()).isEqualTo(topic);
        assertThat(meaning.skills()).containsExactly(topic);
    }

    @Test
    void hearsAnger() {
        Understanding angry =
                understand.of("My order is late. This is the WORST service ever, I am furious!!", PRIVATE);
        Understanding calm = understand.of("My order is late. Is there any news of it?", PRIVATE);
        assertThat(angry.relevance()).isEqualTo(Relevance.COMPLAINT);
        assertThat(angry.polarity()).isLessThan(-0.7);
        assertThat(angry.confidence()).isGreaterThan(0.7);
        assertThat(angry.emotions())
                .satisfies(felt -> assertThat(felt.containsKey("anger") || felt.containsKey("disgust"))
                        .isTrue());
        assertThat(angry.intensity()).isGreaterThan(calm.intensity());
    }

    @Test
    void masksTheBrandWhereTheTenantSaysWhatItIsCalled() {
        Topics shipped = understand.shipped().topics();
        Taxonomy own = new Taxonomy(
                shipped.taxonomy().skills(),
                List.of("Norvaline", "norva"),
                shipped.taxonomy().topics());
        var tenant = new TenantJudge(
                new Topics(own, shipped.taxonomy()), understand.shipped().relevance());
        String text = "@norvaline_help NORVALINE never called me back";

        First known = understand.first(new Text(text, PUBLIC, tenant));

        assertThat(known.masked("the brand")).isEqualTo("@brand the brand never called me back");
        assertThat(understand
                        .first(new Text(text, PUBLIC, understand.shipped()))
                        .masked("the brand"))
                .isEqualTo(text);
        assertThat(known.understanding().relevanceProbability())
                .isNotEqualTo(understand.of(text, PUBLIC).relevanceProbability());
    }

    @Test
    void angerMakesTheSameRequestMoreUrgent() {
        String request = "My parcel has not arrived, where is it?";
        assertThat(understand
                        .of(request + " I hate this stupid company, you make me so angry", PRIVATE)
                        .urgency())
                .isGreaterThan(understand.of(request, PRIVATE).urgency());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You lost my order again, I'm switching to another shop",
                "Das war das letzte Mal bei euch, ich kündige",
                "Nunca más, me doy de baja hoy mismo",
                "Plus jamais, je vais résilier mon abonnement"
            })
    void hearsWhoIsAboutToLeave(String text) {
        assertThat(understand.of(text, PRIVATE).churnRisk()).isGreaterThanOrEqualTo(0.5);
        assertThat(understand.of("Thank you, my parcel came", PRIVATE).churnRisk())
                .isLessThan(0.1);
    }

    @Test
    void turnsWhatIsNegated() {
        assertThat(understand.of("The service was good", PRIVATE).polarity()).isPositive();
        assertThat(understand.of("The service was not good", PRIVATE).polarity())
                .isNegative();
    }

    @Test
    void putsAnEmergencyAboveEverything() {
        assertThat(understand
                        .of("There is a smell of gas in the kitchen", PRIVATE)
                        .urgency())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😂😂😂",
                "RT @acme our new store",
                "Win a free weekend! Follow, like and tag 3 friends #giveaway #ad",
                "We are hiring! Join our team as a senior engineer, apply now",
                "Shares of the carrier rose 4 % after strong quarterly results",
                "@mia @tom"
            })
    void dropsPublicPostsThatAskForNothing(String text) {
        assertThat(understand.of(text, PUBLIC).relevance()).isEqualTo(Relevance.CHAFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lol my parcel is lost again",
                "haha your app crashed. fix it please",
                "RT anyone else without internet?",
                "The blue one looks interesting",
                "Wow. Worst service.",
                "lol this is so me",
                "Smell of gas at the hiring fair, shares a stairwell with us, please come"
            })
    void keepsPublicPostsThatMayNeedUs(String text) {
        assertThat(understand.of(text, PUBLIC).relevance()).isNotEqualTo(Relevance.CHAFF);
    }

    @Test
    void saysWhichWordsDecidedAndWhoJudged() {
        Understanding meaning = understand.of("Shares rose 4 % after strong quarterly results", PUBLIC);
        assertThat(meaning.tier()).isEqualTo("linear");
        assertThat(meaning.model())
                .isEqualTo("rules-3+" + Heads.load().version() + "+"
                        + RelevanceHead.load().version())
                .matches("rules-3\\+heads-[0-9a-f]{8}\\+relevance-[0-9a-f]{8}");
        assertThat(meaning.reasons()).contains("relevance:shares");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😂", "lol", "RT", "\u200b\u200b", "𝔘𝔫𝔦", "<script>alert(1)</script>", "\0\0\0"})
    void neverCallsAPrivateMessageChaff(String text) {
        Understanding meaning = understand.of(text, PRIVATE);
        assertThat(meaning.relevance()).isNotEqualTo(Relevance.CHAFF);
        assertThat(meaning.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void readsAMegabyteWithinBounds() {
        Understanding meaning = understand.of("terrible ".repeat(120_000), PUBLIC);
        assertThat(meaning.polarity()).isBetween(-1.0, 0.0);
        assertThat(meaning.urgency()).isBetween(0.0, 1.0);
    }
}

package io.switchboard.gateway.channel.messenger;

import static io.switchboard.gateway.channel.messenger.Told.conversation;
import static io.switchboard.gateway.channel.messenger.Told.list;
import static io.switchboard.gateway.channel.messenger.Told.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.message.Message;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.gateway.world.Engine;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Provider.Answer;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose answers are none, and a memory that is away: nothing is lost, and no other page waits. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class PageFaultsTest extends PageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "<html>",
                "{\"data\":\"x\"}",
                "{\"error\":{\"code\":1}}",
                "{\"data\":[],\"paging\":{\"next\":\"https://elsewhere\"}}",
                ""
            })
    void anAnswerThatIsNoListIsCountedAndTheNextLookGoesOn(String answer) {
        double before = looked(PAGE, "unreadable") + looked(PAGE, "refused");
        provider.tell(CONVERSATIONS, null, Answer.of(200, answer));
        awaitSeen(() -> looked(PAGE, "unreadable") + looked(PAGE, "refused") > before);
        String id = "m_after_" + Math.abs(answer.hashCode());
        tell(CONVERSATIONS, conversation("t_1", lately, list(null, message(id, "4711", lately, "Hello"))));
        awaitClaims(id("messenger", id));
    }

    @Test
    void whatHasTheWrongTypeIsPassedOver() {
        tell(
                CONVERSATIONS,
                "1",
                "null",
                "[]",
                "{\"id\":{},\"updated_time\":[],\"messages\":7}",
                "{\"id\":\"t_1\",\"updated_time\":99999999999999999999,\"messages\":{\"data\":[3,null,{\"id\":[],\"created_time\":{}},"
                        + "{\"id\":\"m_no_time\",\"from\":{\"id\":\"1\"},\"message\":\"x\"},"
                        + "{\"id\":\"m_odd_time\",\"created_time\":9223372036854775807,\"from\":{\"id\":\"1\"},\"message\":\"x\"},"
                        + message("m_sound", "4711", lately, "sound") + ","
                        + "{\"id\":\"m_no_sender\",\"created_time\":\"" + Told.time(lately) + "\",\"from\":\"1\"}]}}");
        awaitClaims(id("messenger", "m_sound"));
        awaitLooks(2);
        collect();
        assertThat(claims).containsExactly(id("messenger", "m_sound"));
    }

    @Test
    void aPageThatAnswersWithErrorsHoldsUpNoOther() {
        double refused = looked(PAGE, "refused");
        provider.tell(CONVERSATIONS, null, Answer.of(400, "{\"error\":{\"code\":190,\"message\":\"secret\"}}"))
                .tell(FEED, null, Answer.of(403, "{\"error\":{\"code\":10}}"));
        tell(
                OTHER_PAGE + "/conversations",
                conversation("t_1", lately, list(null, message("m_globex", "4711", lately, "Hello"))));
        awaitClaims(Identities.message("messenger", OTHER_PAGE, "m_globex"));
        awaitSeen(() -> looked(PAGE, "refused") > refused);
    }

    @Test
    void aUsedUpLimitEndsTheLook() {
        double limited = looked(PAGE, "limited");
        provider.tell(
                        CONVERSATIONS,
                        null,
                        Answer.of(
                                200,
                                list(
                                        "c2",
                                        conversation(
                                                "t_1",
                                                lately,
                                                list(null, message("m_before_limit", "1", lately, "told"))))))
                .tell(CONVERSATIONS, "c2", Answer.of(400, "{\"error\":{\"code\":32}}"));
        awaitClaims(id("messenger", "m_before_limit"));
        awaitSeen(() -> looked(PAGE, "limited") > limited);
    }

    @Test
    void olderMessagesThatAreNotToldHideNoOtherConversation() {
        provider.tell(
                        CONVERSATIONS,
                        null,
                        Answer.of(
                                200,
                                list(
                                        null,
                                        conversation("t_1", lately, list("m2", message("m_told", "1", lately, "told"))),
                                        conversation(
                                                "t_2", lately, list(null, message("m_next", "2", lately, "next"))))))
                .tell("t_1/messages", "m2", Answer.of(400, "{\"error\":{\"code\":100}}"));
        awaitClaims(id("messenger", "m_told"), id("messenger", "m_next"));
    }

    @Test
    void aListWithoutAnEndIsLeft() {
        double before = looked(PAGE, "too-much");
        Answer again = Answer.of(200, list("c", conversation("t_1", lately, list(null))));
        provider.tell(CONVERSATIONS, null, again).tell(CONVERSATIONS, "c", again);
        awaitSeen(() -> looked(PAGE, "too-much") > before);
    }

    @Test
    void anAnswerThatIsHugeIsNotRead() {
        double before = looked(PAGE, "unavailable");
        provider.tell(CONVERSATIONS, null, Answer.of(200, " ".repeat(9 << 20) + list(null)));
        awaitSeen(() -> looked(PAGE, "unavailable") > before);
    }

    @Test
    void withoutRedisItIsClaimedAndTakenInLater() throws Exception {
        UUID id = id("messenger", "m_redis");
        double notTaken = looked(PAGE, "not-taken");
        try (var halted = Engine.haltRedis()) {
            tell(CONVERSATIONS, conversation("t_1", lately, list(null, message("m_redis", "4711", lately, "Hello"))));
            awaitClaims(id);
            awaitSeen(() -> looked(PAGE, "not-taken") > notTaken);
            assertThat(messages(0)).isEmpty();
        }
        double caughtUp = caughtUp("messenger");
        awaitSeen(() -> caughtUp("messenger") > caughtUp);
        assertThat(messages(1)).extracting(Message::messageId).containsOnly(id);
    }
}

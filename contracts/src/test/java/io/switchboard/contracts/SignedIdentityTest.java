package io.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.SignedIdentity;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A message says who signed in where somebody did; what was said before there was such a thing is read as ever. */
class SignedIdentityTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static Stream<Arguments> messages() {
        return Stream.of(
                of(EventTypes.MESSAGE_RECEIVED, MessageReceived.class, MessageReceived::message),
                of(EventTypes.MESSAGE_UNDERSTOOD, MessageUnderstood.class, MessageUnderstood::message),
                of(EventTypes.MESSAGE_IDENTIFIED, MessageIdentified.class, MessageIdentified::message));
    }

    private static <T> Arguments of(String type, Class<T> record, Function<T, Message> message) {
        return Arguments.of(type, record, message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    <T> void anIdentityIsReadAndWrittenAsTheSchemaSays(String type, Class<T> record, Function<T, Message> message)
            throws Exception {
        ObjectNode sample = Published.sample(type).deepCopy();
        sample.withObject("/message/signedIdentity").put("subject", "user-7").put("email", "mia.lopez@mail.example");
        assertThat(SCHEMAS.getSchema(Published.schema(type)).validate(sample)).isEmpty();
        T read = Published.JSON.treeToValue(sample, record);
        assertThat(message.apply(read).signedIdentity())
                .isEqualTo(new SignedIdentity("user-7", null, "mia.lopez@mail.example", null, null));
        assertThat(Published.JSON.readTree(Published.JSON.writeValueAsBytes(read)))
                .isEqualTo(sample);
        sample.withObject("/message/signedIdentity").remove("subject");
        assertThat(SCHEMAS.getSchema(Published.schema(type)).validate(sample)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    <T> void aMessageWithoutOneIsReadAsEver(String type, Class<T> record, Function<T, Message> message)
            throws Exception {
        T read = Published.JSON.treeToValue(Published.sample(type), record);
        assertThat(message.apply(read).signedIdentity()).isNull();
    }
}

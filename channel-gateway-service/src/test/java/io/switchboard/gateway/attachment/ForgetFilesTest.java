package io.switchboard.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.gateway.world.Outside;
import io.switchboard.gateway.world.Topic;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.RedisResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files go with who sent them. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(Outside.class)
class ForgetFilesTest {
    @Inject
    ObjectStore store;

    private static CustomerErased erased(String tenant, UUID... messages) {
        return new CustomerErased(UUID.randomUUID(), tenant, "main", List.of(), List.of(messages), Instant.now());
    }

    @Test
    void allFilesOfAMessageAreDeletedAndNoOthers() throws IOException {
        UUID theirs = UUID.randomUUID();
        UUID others = UUID.randomUUID();
        store.put("acme/" + theirs + "/0", new byte[] {1});
        store.put("acme/" + theirs + "/1", new byte[] {2});
        store.put("acme/" + others + "/0", new byte[] {3});
        store.put("zeta/" + theirs + "/0", new byte[] {4});
        // A message that had no files comes first.
        CustomerErased event = erased("acme", UUID.randomUUID(), theirs);
        Topic.write(Topics.CUSTOMERS_ERASED, event.erasureId().toString(), event);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> store.get("acme/" + theirs + "/0").isEmpty()
                        && store.get("acme/" + theirs + "/1").isEmpty());
        assertThat(store.get("acme/" + others + "/0")).isPresent();
        assertThat(store.get("zeta/" + theirs + "/0")).isPresent();
    }

    @Test
    void aReferenceDoesNotLeadOutOfTheStore() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> store.delete("acme/../.."))
                .isInstanceOf(IOException.class);
    }
}

package io.switchboard.platform.parts;

import io.switchboard.contracts.Topics;
import io.switchboard.platform.process.PartFailedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The suite's topics on a broker.
 *
 * @param bootstrapServers the broker's address
 */
public record KafkaTopics(String bootstrapServers) {
    /** How many partitions every topic gets: enough for several replicas of a service to share the work. */
    public static final int PARTITIONS = 6;

    private static final int SECONDS = 30;
    private static final Set<String> COMPACTED = Set.of(Topics.ROUTING_SETUP);

    /** Returns whether the broker answers a client. */
    boolean brokerAnswers() throws InterruptedException {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    /**
     * Creates the topics of the suite that are missing.
     *
     * @throws PartFailedException when the broker refuses one or does not answer
     */
    public void create() throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic))
                    .map(KafkaTopics::topic)
                    .toList();
            admin.createTopics(missing).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new PartFailedException("kafka refused the suite's topics: " + failed.getMessage(), failed);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static NewTopic topic(String name) {
        NewTopic topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.of((short) 1));
        return COMPACTED.contains(name)
                ? topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : topic;
    }
}

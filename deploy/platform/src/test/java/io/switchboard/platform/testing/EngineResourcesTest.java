package io.switchboard.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.contracts.Topics;
import io.switchboard.platform.parts.KafkaTopics;
import io.switchboard.platform.process.Sockets;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class EngineResourcesTest {

    @Test
    void kafkaHasEveryTopicWithItsPartitionsAndCompactsTheSetup() throws Exception {
        var resource = new KafkaResource();
        try {
            Map<String, Object> servers =
                    Map.of("bootstrap.servers", resource.start().get("kafka.bootstrap.servers"));
            try (Admin admin = Admin.create(servers)) {
                var topics = admin.describeTopics(Topics.all()).allTopicNames().get();
                assertThat(topics).hasSize(Topics.all().size());
                assertThat(topics.values())
                        .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(KafkaTopics.PARTITIONS));
                var setup = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ROUTING_SETUP);
                var settings = admin.describeConfigs(java.util.List.of(setup))
                        .all()
                        .get()
                        .get(setup);
                assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
            }
        } finally {
            resource.stop();
        }
        assertThat(resource.engine().process().orElseThrow().isAlive()).isFalse();
    }

    @Test
    void postgresGivesADatabaseWhoseRoleOwnsItAndIsNoSuperuser() throws Exception {
        var resource = new PostgresResource();
        resource.init(Map.of(PostgresResource.DATABASE, "profile"));
        try {
            var settings = resource.start();
            try (var connection = DriverManager.getConnection(
                            settings.get("quarkus.datasource.jdbc.url"),
                            settings.get("quarkus.datasource.username"),
                            settings.get("quarkus.datasource.password"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE own (id int)");
                assertThatThrownBy(() -> statement.execute("CREATE ROLE other SUPERUSER"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        } finally {
            resource.stop();
        }
    }

    @Test
    void redisAnswersUntilItIsStopped() {
        var resource = new RedisResource();
        int port;
        try {
            port = URI.create(resource.start().get("quarkus.redis.hosts")).getPort();
            assertThat(Sockets.answers(port)).isTrue();
        } finally {
            resource.stop();
        }
        assertThat(Sockets.answers(port)).isFalse();
    }
}

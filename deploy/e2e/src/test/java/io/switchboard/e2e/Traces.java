package io.switchboard.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.switchboard.e2e.RunningSuite.Running;
import io.switchboard.platform.parts.PartName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Looks for a word in everything that the running suite keeps, past all access control. */
final class Traces {
    private final Running running;

    Traces(Running running) {
        this.running = running;
    }

    /** Returns the places that say a word, but for topics whose records expire. */
    Set<String> of(String word) {
        Set<String> found = new TreeSet<>();
        found.addAll(tables(word));
        found.addAll(redis(word));
        found.addAll(logsAndFiles(word));
        found.addAll(topics(word));
        return found;
    }

    /** Every column of every table of every service. */
    private List<String> tables(String word) {
        return select("postgres", "select datname from pg_database where datallowconn and not datistemplate").stream()
                .flatMap(database -> tables(database, word).stream())
                .toList();
    }

    private List<String> tables(String database, String word) {
        return select(database, """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """).stream()
                .filter(table -> !select(
                                database,
                                "select 1 from " + table + " one where strpos(lower(cast(one as text)), '"
                                        + word.toLowerCase(java.util.Locale.ROOT) + "') > 0 limit 1")
                        .isEmpty())
                .map(table -> database + " " + table)
                .toList();
    }

    private List<String> select(String database, String query) {
        String address =
                "jdbc:postgresql://127.0.0.1:" + running.addresses().ports().postgres() + "/" + database;
        try (Connection connection = DriverManager.getConnection(address, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** All that Redis holds, as it writes it to a file when it is told to. */
    private List<String> redis(String word) {
        Path data = running.target().resolve("suite/data/redis");
        Path dump = data.resolve("dump.rdb");
        try (Socket redis = new Socket("127.0.0.1", running.addresses().ports().redis())) {
            Files.deleteIfExists(dump);
            OutputStream out = redis.getOutputStream();
            out.write("CONFIG SET rdbcompression no\r\nSAVE\r\n".getBytes(StandardCharsets.US_ASCII));
            redis.setSoTimeout(20_000);
            assertAnswer(new String(redis.getInputStream().readNBytes("+OK\r\n+OK\r\n".length()), ISO_8859_1));
            return says(dump, word) ? List.of("redis") : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertAnswer(String answer) {
        if (!answer.equals("+OK\r\n+OK\r\n")) {
            throw new IllegalStateException("Redis wrote no file: " + answer);
        }
    }

    private List<String> logsAndFiles(String word) {
        Path suite = running.target().resolve("suite");
        return Stream.of(
                        suite.resolve("log"),
                        suite.resolve("data").resolve(PartName.CHANNEL_GATEWAY.label()),
                        suite.resolve("data").resolve(PartName.SENTIMENT.label()),
                        suite.resolve("data").resolve(PartName.CUSTOMER_PROFILE.label()))
                .flatMap(Traces::filesIn)
                .filter(file -> says(file, word))
                .map(file -> suite.relativize(file).toString())
                .toList();
    }

    private static Stream<Path> filesIn(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stays for good: the last records of compacted topics, and all of those that keep records longer than a week. */
    private List<String> topics(String word) {
        Kafka kafka = new Kafka(running.addresses().kafka());
        return configs().entrySet().stream()
                .filter(topic -> !topic.getValue().equals("expires"))
                .filter(topic -> {
                    List<ConsumerRecord<String, byte[]>> all = kafka.records(topic.getKey());
                    return (topic.getValue().equals("compact") ? last(all) : all)
                            .stream().anyMatch(record -> says(record, word));
                })
                .map(topic -> "kafka " + topic.getKey() + " (" + topic.getValue() + ")")
                .toList();
    }

    /** How each topic gets rid of records: compact, expires or keeps. */
    private Map<String, String> configs() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", running.addresses().kafka()))) {
            List<ConfigResource> topics = admin.listTopics().names().get().stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            Map<String, String> found = new TreeMap<>();
            admin.describeConfigs(topics).all().get().forEach((topic, config) -> {
                long retention = Long.parseLong(
                        config.get(TopicConfig.RETENTION_MS_CONFIG).value());
                boolean week = retention >= 0
                        && retention <= java.time.Duration.ofDays(7).toMillis();
                String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
                found.put(topic.name(), policy.contains("compact") ? "compact" : week ? "expires" : "keeps");
            });
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> last(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, ConsumerRecord<String, byte[]>> last = new TreeMap<>();
        records.forEach(record -> last.put(record.partition() + " " + record.key(), record));
        return List.copyOf(last.values());
    }

    private static boolean says(ConsumerRecord<String, byte[]> record, String word) {
        return (record.key() != null && record.key().contains(word))
                || (record.value() != null && new String(record.value(), ISO_8859_1).contains(word));
    }
}

package io.switchboard.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The images are alike but for names and ports, and their heap suits the memory that the manifests give. */
class ContainerfilesTest {
    static final List<String> SERVICES = KustomizationsTest.SERVICES;
    private static final int MIB = 1024 * 1024;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void exposesTheServicesPorts(String service) {
        ServiceSettings settings = ServiceSettings.of(service);

        assertThat(lines(service)).contains("EXPOSE " + settings.httpPort() + " " + settings.managementPort());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void runsAsTheManifestsUserWithoutAShell(String service) {
        assertThat(lines(service))
                .contains("USER 65532:65532", "ENTRYPOINT [\"java\"]")
                .noneMatch(line -> line.startsWith("RUN "));
    }

    @Test
    void areAlike() {
        List<List<String>> alike = SERVICES.stream()
                .map(service -> lines(service).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replace(service, "SERVICE")
                                .replaceFirst("^EXPOSE .*", "EXPOSE")
                                // The same heap, whatever else a service needs memory for.
                                .replaceFirst("MaxRAMPercentage=\\d+", "MaxRAMPercentage"))
                        .toList())
                .distinct()
                .toList();

        assertThat(alike).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void theHeapFitsTheMemory(String service) throws Exception {
        Node container = Kustomizations.render(Checkout.K8S.resolve("services/" + service + "/base"))
                .workloads()
                .getFirst()
                .serving()
                .getFirst();
        String limit = container.at("resources.limits.memory").text().replace("Mi", "m");

        long heap = heap(options(service), limit) / MIB;

        // What every service was measured with: 160 MiB of heap, under 300 MB resident.
        assertThat(heap).isBetween(156L, 168L);
    }

    /** Asks this JVM what heap it would take in a machine with so much memory. */
    private static long heap(List<String> options, String memory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:MaxRAM=" + memory, "-XX:+PrintFlagsFinal", "-version"));
        String flags = Command.run(command.toArray(String[]::new)).output();
        Matcher heap = Pattern.compile("MaxHeapSize\\s+=\\s+(\\d+)").matcher(flags);
        assertThat(heap.find()).as(flags).isTrue();
        return Long.parseLong(heap.group(1));
    }

    /** Returns what the image gives java before {@code -jar}. */
    private static List<String> options(String service) {
        String words = lines(service).stream()
                .filter(line -> line.startsWith("CMD "))
                .findFirst()
                .orElseThrow()
                .substring("CMD ".length());
        JsonArray command = JsonParser.parseString(words).getAsJsonArray();
        return Stream.iterate(0, index -> index + 1)
                .limit(command.size())
                .map(index -> command.get(index).getAsString())
                .takeWhile(word -> !word.equals("-jar"))
                .toList();
    }

    private static List<String> lines(String service) {
        return Checkout.text(Checkout.ROOT.resolve("deploy/images/" + service + ".Containerfile"))
                .lines()
                .toList();
    }
}

package io.switchboard.bench.understanding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What became of second opinions, by the service's own metrics. */
final class Opinions {
    private static final Pattern OUTCOME = Pattern.compile(
            "^switchboard_second_opinions_total\\{.*?outcome=\"(\\w+)\".*?} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern BUSY =
            Pattern.compile("^switchboard_second_opinion_busy_seconds_total(?:\\{.*?})? (\\S+)$", Pattern.MULTILINE);

    private final URI metrics;
    private final HttpClient client = HttpClient.newHttpClient();
    private Map<String, Double> before = Map.of();

    Opinions(URI metrics) {
        this.metrics = metrics;
    }

    /** Prints what was added since this was called last. */
    void print(String phase) throws IOException, InterruptedException {
        Map<String, Double> now = read();
        StringBuilder line = new StringBuilder("%-9s second opinions:".formatted(phase));
        now.forEach((name, value) -> line.append(" %,.0f %s,".formatted(value - before.getOrDefault(name, 0.0), name)));
        System.out.println(line.deleteCharAt(line.length() - 1));
        before = now;
    }

    private Map<String, Double> read() throws IOException, InterruptedException {
        String text = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
        Map<String, Double> found = new TreeMap<>();
        OUTCOME.matcher(text)
                .results()
                .forEach(outcome -> found.put(outcome.group(1), Double.parseDouble(outcome.group(2))));
        BUSY.matcher(text)
                .results()
                .forEach(busy -> found.put("seconds of the transformer", Double.parseDouble(busy.group(1))));
        return found;
    }
}

package io.switchboard.platform.board;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.Ports;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.doors.Tokens;
import io.switchboard.platform.parts.PartName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** Shows a supervisor of the demo their board, drawn anew whenever it changes. Arguments: port base, user,
 * how many times or 0, and whether what is shown replaces what was shown. */
public final class BoardInTerminal {
    private static final String CLEAR = "\033[H\033[2J";
    private static final String DATA = "data:";
    private static final int OK = 200;

    private final Addresses addresses;
    private final String user;
    private final String before;
    private long left;

    private BoardInTerminal(Addresses addresses, String user, long times, boolean replace) {
        this.addresses = addresses;
        this.user = user;
        this.before = replace ? CLEAR : "";
        this.left = times == 0 ? Long.MAX_VALUE : times;
    }

    /** Called by {@code deploy/board}. */
    public static void main(String[] arguments) throws InterruptedException {
        var addresses = new Addresses(new Ports(Integer.parseInt(arguments[0])));
        var board = new BoardInTerminal(
                addresses, arguments[1], Long.parseLong(arguments[2]), Boolean.parseBoolean(arguments[3]));
        try {
            while (board.left > 0) {
                board.show();
            }
        } catch (IOException | UncheckedIOException | IllegalStateException away) {
            System.err.println("No board of " + arguments[1] + " at " + addresses.service(PartName.ROUTING) + " ("
                    + away.getMessage() + "): ./run --demo starts the suite.");
            System.exit(1);
        }
    }

    /** Shows boards until the stream ends, as it does when the token expires. */
    private void show() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(addresses.service(PartName.ROUTING) + "/api/v1/board/stream"))
                .header("Authorization", "Bearer " + new Tokens(addresses.tokens()).ofUser(user))
                .header("Accept", "text/event-stream")
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("status " + answer.statusCode());
            }
            draw(answer.body());
            client.shutdownNow();
        }
    }

    private void draw(Stream<String> body) {
        try (body) {
            Iterator<String> boards = body.filter(line -> line.startsWith(DATA)).iterator();
            while (left > 0 && boards.hasNext()) {
                String text = BoardText.of(Http.parse(boards.next().substring(DATA.length())));
                System.out.print(before + text);
                System.out.flush();
                left--;
            }
        }
    }
}

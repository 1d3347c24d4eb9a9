package io.switchboard.gateway.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Stands before an IMAP server and gives out no mails together, only one at a time. */
final class PickyServer implements AutoCloseable {
    private static final Pattern BODIES_OF_SEVERAL = Pattern.compile("(\\S+) FETCH \\d+[:,].*BODY.*");

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger refused = new AtomicInteger();
    private final int behind;
    private final String answer;

    /**
     * Opens the door.
     *
     * @param behind the port of the server
     * @param answer what it says to a wish for several: an IMAP response without its tag
     */
    PickyServer(int behind, String answer) throws IOException {
        this.behind = behind;
        this.answer = answer;
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Returns how often several were asked for. */
    int refused() {
        return refused.get();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket visitor) {
        try (Socket client = visitor;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread.startVirtualThread(() -> handBack(server, client));
            handOn(client, server);
        } catch (IOException gone) {
            // The test is over.
        }
    }

    private void handOn(Socket client, Socket server) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var several = BODIES_OF_SEVERAL.matcher(line);
            if (several.matches()) {
                refused.incrementAndGet();
                say(client.getOutputStream(), several.group(1) + " " + answer);
            } else {
                say(server.getOutputStream(), line);
            }
        }
    }

    private static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(ISO_8859_1));
        to.flush();
    }

    private static void handBack(Socket server, Socket client) {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

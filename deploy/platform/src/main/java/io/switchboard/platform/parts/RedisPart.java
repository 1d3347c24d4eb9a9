package io.switchboard.platform.parts;

import io.switchboard.platform.process.ProcessSpec;
import io.switchboard.platform.process.Sockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis, with its append-only file on. */
public final class RedisPart extends ProcessPart {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);
    private static final int ANSWER_MILLIS = 500;

    private final EngineSpace space;
    private final int port;

    /** Prepares Redis on {@code port}. */
    public RedisPart(EngineSpace space, int port) {
        super(PartName.REDIS, START_LIMIT, STOP_GRACE);
        this.space = space;
        this.port = port;
    }

    /** Returns the address for clients. */
    public String url() {
        return "redis://" + Sockets.HOST + ":" + port;
    }

    @Override
    ProcessSpec prepare() throws InterruptedException {
        String program = RedisProgram.find(space.engines().resolve("redis")).toString();
        List<String> command = List.of(
                program,
                "--port",
                String.valueOf(port),
                "--bind",
                Sockets.HOST,
                "--appendonly",
                "yes",
                // Keeps the command line as it is, by which the next launcher knows its own.
                "--set-proc-title",
                "no",
                "--dir",
                space.data().toString());
        return new ProcessSpec(name().label(), command, space.data(), Map.of(), space.log());
    }

    /** Asks PING: while Redis reads its file it accepts connections and answers -LOADING. */
    @Override
    boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(Sockets.address(port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}

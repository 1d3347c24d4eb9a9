package io.switchboard.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Questions about ports of this machine. */
public final class Sockets {
    /** Where every part listens: nothing of the local platform is reachable from outside. */
    public static final String HOST = "127.0.0.1";

    private static final int CONNECT_MILLIS = 500;

    private Sockets() {}

    /** Returns {@code port} on the address where every part listens. */
    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
    }

    /** Returns whether something accepts connections on {@code port}. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Returns whether a server could listen on {@code port} now. */
    public static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns {@code count} different ports that nobody listens on now. */
    public static List<Integer> pickFree(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.ofLiteral(HOST)));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port is left", none);
        } finally {
            held.forEach(Sockets::closeQuietly);
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException harmless) {
            // The port was only borrowed; the system takes it back with the process at the latest.
        }
    }
}

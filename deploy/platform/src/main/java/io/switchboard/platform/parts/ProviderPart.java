package io.switchboard.platform.parts;

import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.provider.GraphServer;
import io.switchboard.platform.provider.Pages;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fake provider, inside the launcher. What it accepted is forgotten when it stops. */
public final class ProviderPart implements Part {
    private final int port;
    private volatile @Nullable GraphServer server;

    /** Prepares the provider on {@code port}. */
    public ProviderPart(int port) {
        this.port = port;
    }

    @Override
    public PartName name() {
        return PartName.PROVIDER;
    }

    @Override
    public void launch() {
        try {
            server = GraphServer.start(port, Pages.ofTheLocalPlatform());
        } catch (IOException failed) {
            throw new PartFailedException("provider did not start: " + failed.getMessage(), failed);
        }
    }

    /** The provider answers when its launch returns. */
    @Override
    public void awaitReady() {}

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public void stop() {
        Optional.ofNullable(server).ifPresent(GraphServer::stop);
        server = null;
    }

    @Override
    public void kill() {
        stop();
    }
}

package io.switchboard.platform.parts;

import io.switchboard.platform.process.PartFailedException;
import io.switchboard.platform.provider.GraphServer;
import io.switchboard.platform.provider.Pages;
import java.io.IOException;

/** The fake provider, inside the launcher. What it accepted is forgotten when it stops. */
public final class ProviderPart extends InnerPart<GraphServer> {
    private final int port;

    /** Prepares the provider on {@code port}. */
    public ProviderPart(int port) {
        super(PartName.PROVIDER);
        this.port = port;
    }

    @Override
    GraphServer begin() {
        try {
            return GraphServer.start(port, Pages.ofTheLocalPlatform());
        } catch (IOException failed) {
            throw new PartFailedException("provider did not start: " + failed.getMessage(), failed);
        }
    }

    @Override
    void end(GraphServer running) {
        running.stop();
    }
}

package io.switchboard.platform.parts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part inside the launcher. It answers when its launch returns, and a crash of it is no different from its end.
 *
 * @param <S> the server that does the work
 */
abstract class InnerPart<S> implements Part {
    private final PartName name;
    private volatile @Nullable S server;

    InnerPart(PartName name) {
        this.name = name;
    }

    /** Starts the server and returns it when it answers. */
    abstract S begin();

    /** Ends what {@link #begin} began. */
    abstract void end(S running);

    @Override
    public final PartName name() {
        return name;
    }

    @Override
    public final void launch() {
        server = begin();
    }

    @Override
    public final void awaitReady() {}

    @Override
    public final Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public final void stop() {
        Optional.ofNullable(server).ifPresent(this::end);
        server = null;
    }

    @Override
    public final void kill() {
        stop();
    }
}

package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the person at the terminal what happens, one line for each change of a part. */
public final class Progress {
    private final @Nullable PrintStream out;

    private Progress(@Nullable PrintStream out) {
        this.out = out;
    }

    /** Prints to {@code out}. */
    public static Progress to(PrintStream out) {
        return new Progress(out);
    }

    /** Prints nothing. */
    public static Progress silent() {
        return new Progress(null);
    }

    /** A part was started. */
    public void starting(PartName part) {
        state(part, "starting", "");
    }

    /** A part answers, {@code after} it was started. */
    public void ready(PartName part, Duration after) {
        state(part, "ready", String.format(Locale.ROOT, "%6.1f s", after.toMillis() / 1000.0));
    }

    /** A part did not start. */
    public void failed(PartName part) {
        state(part, "FAILED", "");
    }

    /** A part is left out, because of {@code reason}. */
    public void skipped(PartName part, String reason) {
        state(part, "skipped", "  " + reason);
    }

    /** A part that ran ended, and nobody asked it to; it is started again after {@code pause}. */
    public void died(PartName part, Duration pause) {
        state(part, "DIED", "  starting it again in " + pause.toSeconds() + " s");
    }

    /** Prints {@code text}, a line or more. */
    public void say(String text) {
        if (out != null) {
            synchronized (out) {
                out.println(text);
                out.flush();
            }
        }
    }

    private void state(PartName part, String state, String more) {
        say(String.format(Locale.ROOT, "  %-26s %-9s%s", part.label(), state, more)
                .stripTrailing());
    }
}

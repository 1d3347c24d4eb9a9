package io.switchboard.platform.demo;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.Progress;

/** Plays customers and agents against a running suite. */
public final class Demo {
    private final Progress progress;

    /** Tells what it plays to {@code progress}. */
    public Demo(Progress progress) {
        this.progress = progress;
    }

    /** Plays at {@code suite} until everything was played or the thread is interrupted. */
    public void play(Addresses suite) throws InterruptedException {
        progress.say("The demo has nothing to play yet at " + suite.gateway() + ".");
    }
}

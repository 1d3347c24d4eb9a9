package io.switchboard.k8s;

import java.util.stream.Stream;

/** Something that every rendering is held to. */
interface Rule {
    /** Returns what {@code rendering} breaks. */
    Stream<Problem> problems(Rendering rendering);
}

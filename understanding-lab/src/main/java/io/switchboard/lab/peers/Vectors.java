package io.switchboard.lab.peers;

import java.io.IOException;
import java.util.List;

/** Gives texts their embeddings, in their order. */
@FunctionalInterface
public interface Vectors {
    List<float[]> of(List<String> texts) throws IOException;
}

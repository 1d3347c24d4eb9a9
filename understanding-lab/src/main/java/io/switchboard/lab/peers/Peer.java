package io.switchboard.lab.peers;

import java.io.IOException;
import java.util.List;

/** Somebody who says of texts whether they are negative, neutral or positive. */
interface Peer {
    /** Returns its row's heading. */
    String name();

    /** Returns how much it believes in each of {@code Corpora.SENTIMENTS}, for each text. */
    List<float[]> judge(List<String> texts) throws IOException;

    /** Returns how many such texts it judges in a second of CPU time, all threads of its process counted. */
    double perCpuSecond(List<String> texts) throws IOException;
}

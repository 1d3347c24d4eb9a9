package io.switchboard.lab;

import io.switchboard.lab.corpus.Task;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.linear.Sealed;
import io.switchboard.understanding.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Learns a linear head and writes it with its manifest. */
final class TrainHead {
    private TrainHead() {}

    static void run(Task task, Path folder, PrintStream out) throws IOException {
        String name = task.recipe().name();
        out.printf(
                Locale.ROOT, "%s: learning from %,d texts%n", name, task.texts().size());
        long begin = System.nanoTime();
        Head head = new Training(task.recipe()).train(task.examples());
        byte[] bytes = HeadFile.bytes(head);
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".head"), bytes);
        String version = Sealed.version(ByteBuffer.wrap(bytes));
        Manifest.of(task, version).write(folder.resolve(name + ".json"));
        out.printf(
                Locale.ROOT,
                "%s: version %s, %,d bytes, temperature %.2f, after %.0f s%n",
                folder.resolve(name + ".head"),
                version,
                bytes.length,
                head.temperature(),
                (System.nanoTime() - begin) / 1e9);
    }
}

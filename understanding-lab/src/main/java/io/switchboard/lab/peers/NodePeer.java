package io.switchboard.lab.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.lab.corpus.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A judge that is published for Node. {@code understanding-lab/peers/install} fetches it, {@code judge.mjs} asks it. */
final class NodePeer implements Peer {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What {@code judge.mjs} says. */
    private record Answer(List<String> labels, double perCpuSecond) {}

    private final String name;
    private final String key;
    private final Path folder;

    /**
     * Names a judge.
     *
     * @param key as {@code judge.mjs} knows it
     * @param folder where it is installed
     */
    NodePeer(String name, String key, Path folder) {
        this.name = name;
        this.key = key;
        this.folder = folder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> judge(List<String> texts) throws IOException {
        return ask("label", texts).labels().stream().map(NodePeer::certain).toList();
    }

    @Override
    public double perCpuSecond(List<String> texts) throws IOException {
        return ask("time", texts).perCpuSecond();
    }

    private static float[] certain(String label) {
        float[] all = new float[Corpora.SENTIMENTS.size()];
        all[Corpora.SENTIMENTS.indexOf(label)] = 1;
        return all;
    }

    private Answer ask(String what, List<String> texts) throws IOException {
        Path question = folder.resolve("texts.json");
        Path answer = folder.resolve("answer.json");
        JSON.writeValue(question.toFile(), texts);
        Files.deleteIfExists(answer);
        int exit = run(List.of("node", folder.resolve("judge.mjs").toString(), key, what));
        if (exit != 0) {
            throw new IOException("Node failed with " + exit + "; what it said stands above");
        }
        Answer said = JSON.readValue(answer.toFile(), Answer.class);
        if (what.equals("label") && said.labels().size() != texts.size()) {
            throw new IOException(name + " answered " + said.labels().size() + " of " + texts.size() + " texts");
        }
        return said;
    }

    private static int run(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + command + " ran", e);
        } catch (IOException e) {
            throw new IOException("Node could not be started: " + command, e);
        }
    }
}

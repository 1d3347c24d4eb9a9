package io.switchboard.transformer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sentence embeddings of bge-small-en-v1.5 (Xiao et al. 2023, MIT licence), weights of eight bits, by ONNX Runtime. One
 * thread computes, and one at a time may ask: for more, load more of them.
 */
public final class Embedder implements AutoCloseable {
    /** Which model it is, as {@code model} in a judgement names it. */
    public static final String MODEL = "bge-small-en-v1.5-q";
    /** Numbers in an embedding. */
    public static final int SIZE = 384;
    /** Texts that are computed at once; more at once is no faster and lets the first wait for the last. */
    public static final int BATCH = 8;

    /** What a brand's name is replaced by, where it is known: the model has not heard of most brands. */
    public static final String BRAND = "the brand";

    private static final String WEIGHTS = "/" + MODEL + ".onnx";

    private final OrtEnvironment runtime;
    private final OrtSession session;
    private final Tokens tokens;

    private Embedder(OrtEnvironment runtime, OrtSession session, Tokens tokens) {
        this.runtime = runtime;
        this.session = session;
        this.tokens = tokens;
    }

    /**
     * Loads the model, which takes about a second and 100 MB outside the heap.
     *
     * @throws IOException when it is missing or the machine can't run it
     */
    public static Embedder load() throws IOException {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Memory that one long batch took would else never be given back.
            options.setCPUArenaAllocator(false);
            // A second copy of the weights, sorted for the processor, would be 3 % faster and take 17 MB.
            options.addConfigEntry("session.disable_prepacking", "1");
            return new Embedder(runtime, session(runtime, options), Tokens.load(MODEL));
        } catch (OrtException e) {
            throw new IOException(WEIGHTS, e);
        }
    }

    /** Reads the model from a file rather than from memory: 34 MB less of the heap, which would not be given back. */
    private static OrtSession session(OrtEnvironment runtime, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        Path file = Files.createTempFile("switchboard-", ".onnx");
        try (InputStream weights = Embedder.class.getResourceAsStream(WEIGHTS)) {
            if (weights == null) {
                throw new IOException("no model " + WEIGHTS);
            }
            Files.copy(weights, file, StandardCopyOption.REPLACE_EXISTING);
            return runtime.createSession(file.toString(), options);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Returns the embeddings of some texts, in their order: {@link #SIZE} numbers each, of length one together.
     *
     * @throws IllegalStateException when ONNX Runtime fails
     */
    public List<float[]> embed(List<String> texts) {
        List<float[]> all = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            all.addAll(batch(texts.subList(from, Math.min(texts.size(), from + BATCH))));
        }
        return all;
    }

    private List<float[]> batch(List<String> texts) {
        Tokens.Batch batch = tokens.of(texts);
        try (OnnxTensor ids = OnnxTensor.createTensor(runtime, batch.ids());
                OnnxTensor mask = OnnxTensor.createTensor(runtime, batch.mask());
                OnnxTensor types = OnnxTensor.createTensor(runtime, batch.types());
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return firstTokens((OnnxTensor) result.get(0), texts.size());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed", e);
        }
    }

    /** The model was taught to put what the whole text means into its first token. */
    private static List<float[]> firstTokens(OnnxTensor hidden, int texts) {
        int perText = (int) hidden.getInfo().getShape()[1] * SIZE;
        var values = hidden.getFloatBuffer();
        List<float[]> all = new ArrayList<>(texts);
        for (int i = 0; i < texts; i++) {
            float[] one = new float[SIZE];
            values.get(i * perText, one);
            all.add(normalised(one));
        }
        return all;
    }

    private static float[] normalised(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    @Override
    public void close() {
        tokens.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not let go", e);
        }
    }
}

package io.switchboard.lab.peers;

import io.switchboard.understanding.linear.Softmax;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Priors;
import io.switchboard.understanding.training.Recipe;
import io.switchboard.understanding.training.Shuffle;
import java.util.List;

/** Softmax regression over embeddings, by AdaGrad: what others publish beside an embedding model. */
final class LogisticRegression {
    private static final float RATE = 0.1f;
    private static final float SMALL = 1e-6f;

    private final int many;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] biasSquares;
    private final float[] errors;

    private LogisticRegression(int size, int many) {
        this.many = many;
        this.weights = new float[size * many];
        this.squares = new float[size * many];
        this.biases = new float[many];
        this.biasSquares = new float[many];
        this.errors = new float[many];
    }

    /** Learns; embeddings are one for each example. */
    static LogisticRegression train(Recipe recipe, List<Example> examples, List<float[]> embeddings, int epochs) {
        int many = recipe.labels().size();
        LogisticRegression trainer = new LogisticRegression(embeddings.getFirst().length, many);
        Shuffle shuffle = new Shuffle(examples.size());
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i : shuffle.next()) {
                trainer.learn(embeddings.get(i), examples.get(i).label());
            }
        }
        if (recipe.flat()) {
            Priors.divideOut(examples, trainer.biases);
        }
        return trainer;
    }

    /** Returns the logits of an embedding. */
    float[] logits(float[] embedding) {
        float[] logits = new float[many];
        logits(embedding, logits);
        return logits;
    }

    private void logits(float[] embedding, float[] into) {
        for (int k = 0; k < many; k++) {
            float sum = biases[k];
            for (int i = 0; i < embedding.length; i++) {
                sum += embedding[i] * weights[i * many + k];
            }
            into[k] = sum;
        }
    }

    private void learn(float[] embedding, int label) {
        logits(embedding, errors);
        Softmax.of(errors, 1);
        errors[label] -= 1;
        for (int i = 0; i < embedding.length; i++) {
            for (int k = 0; k < many; k++) {
                step(weights, squares, i * many + k, errors[k] * embedding[i]);
            }
        }
        for (int k = 0; k < many; k++) {
            step(biases, biasSquares, k, errors[k]);
        }
    }

    private static void step(float[] of, float[] squares, int at, float gradient) {
        squares[at] += gradient * gradient;
        of[at] -= RATE * gradient / (float) Math.sqrt(squares[at] + SMALL);
    }
}

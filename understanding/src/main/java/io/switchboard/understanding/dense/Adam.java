package io.switchboard.understanding.dense;

/**
 * Moves weights down their gradient by Adam (Kingma, Ba 2015), with the decay of weights beside it (Loshchilov, Hutter 2019).
 * Gradients are added up by whoever computes them, and forgotten after each step.
 */
final class Adam {
    private static final float RATE = 1e-3f;
    private static final float DECAY = 1e-3f;
    private static final float MEAN = 0.9f;
    private static final float SQUARE = 0.999f;
    private static final float SMALL = 1e-8f;

    private final float[] weights;
    private final float[] gradient;
    private final float[] means;
    private final float[] squares;
    private float meanLeft = 1;
    private float squareLeft = 1;

    /** Begins to move {@code weights}, in place. */
    Adam(float[] weights) {
        this.weights = weights;
        this.gradient = new float[weights.length];
        this.means = new float[weights.length];
        this.squares = new float[weights.length];
    }

    /** Returns what to add gradients to. */
    float[] gradient() {
        return gradient;
    }

    /** Moves the weights by the gradient of {@code many} examples. */
    void step(int many) {
        meanLeft *= MEAN;
        squareLeft *= SQUARE;
        float toMean = 1 / (1 - meanLeft);
        float toSquare = 1 / (1 - squareLeft);
        for (int i = 0; i < weights.length; i++) {
            float one = gradient[i] / many;
            float mean = MEAN * means[i] + (1 - MEAN) * one;
            float square = SQUARE * squares[i] + (1 - SQUARE) * one * one;
            means[i] = mean;
            squares[i] = square;
            float move = mean * toMean / ((float) Math.sqrt(square * toSquare) + SMALL) + DECAY * weights[i];
            weights[i] -= RATE * move;
            gradient[i] = 0;
        }
    }
}

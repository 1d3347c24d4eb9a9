package io.switchboard.lab;

import io.switchboard.lab.corpus.Labelled;
import io.switchboard.lab.corpus.Task;
import io.switchboard.transformer.Embedder;
import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.dense.DenseHeadFile;
import io.switchboard.understanding.features.Brands;
import io.switchboard.understanding.linear.Sealed;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import io.switchboard.understanding.training.Example;
import io.switchboard.understanding.training.Recipe;
import io.switchboard.understanding.training.Relevance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Learns a head over embeddings, beside the linear one of the same task that is in the folder, and writes it. */
final class TrainDense {
    /** Passes over thousands of texts; over tens of thousands few are enough. */
    static final int MANY_EPOCHS = 30;

    static final int FEW_EPOCHS = 8;

    private TrainDense() {}

    static void relevance(Embeddings embeddings, Path folder, PrintStream out) throws IOException {
        List<Post> posts = Posts.shipped();
        List<Example> examples = Example.ofRelevance(posts);
        Joint joint = relevance(posts, examples, embeddings);
        write(Relevance.RECIPE, joint, examples, folder, out);
    }

    /** Returns both judges of relevance with the embeddings of all posts, each with the brand's name masked and as it is. */
    static Joint relevance(List<Post> posts, List<Example> examples, Embeddings embeddings) throws IOException {
        List<String> texts = new ArrayList<>();
        posts.forEach(post -> texts.add(Brands.of(List.of(post.brand())).replace(post.text(), Embedder.BRAND)));
        posts.forEach(post -> texts.add(post.text()));
        return new Joint(Relevance.RECIPE, MANY_EPOCHS).with(examples, embeddings.of(texts, Progress.of("embeddings")));
    }

    static void run(Task task, Embeddings embeddings, Path folder, PrintStream out) throws IOException {
        List<Example> examples = task.examples();
        List<String> texts = task.learned().stream().map(Labelled::text).toList();
        Joint joint =
                new Joint(task.recipe(), FEW_EPOCHS).with(examples, embeddings.of(texts, Progress.of("embeddings")));
        write(task.recipe(), joint, examples, folder, out);
    }

    private static void write(Recipe recipe, Joint joint, List<Example> examples, Path folder, PrintStream out)
            throws IOException {
        Path linear = folder.resolve(recipe.name() + ".head");
        DenseHead head = joint.trainBeside(Sealed.version(ByteBuffer.wrap(Files.readAllBytes(linear))), examples);
        Path file = folder.resolve(recipe.name() + ".dense");
        Files.write(file, DenseHeadFile.bytes(head, Embedder.MODEL));
        out.printf(
                Locale.ROOT,
                "%s: beside %s, of which it takes %.1f, temperature %.2f, drops from %.3f on, from %.3f on where the brand is not known%n",
                file,
                head.beside(),
                head.share(),
                head.temperature(),
                head.cuts().known(),
                head.cuts().blind());
    }
}

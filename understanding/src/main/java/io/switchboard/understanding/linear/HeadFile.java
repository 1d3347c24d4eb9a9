package io.switchboard.understanding.linear;

import static io.switchboard.understanding.linear.Sealed.check;
import static io.switchboard.understanding.linear.Sealed.text;

import io.switchboard.understanding.features.Features;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A head in a file: magic word, version of the format and of the features, buckets, name, labels with scale and bias, temperature,
 * cuts, the weights, and the SHA-256 of all before. The same head is always the same bytes.
 */
public final class HeadFile {
    private static final int MAGIC = 0x53574248;
    private static final int FORMAT = 2;
    private static final int MOST_LABELS = 512;

    private HeadFile() {}

    /** Writes a head, over what was there. */
    public static void write(Head head, Path file) throws IOException {
        Files.write(file, bytes(head));
    }

    /** Returns the bytes of the file that a head becomes. */
    public static byte[] bytes(Head head) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeInt(Features.VERSION);
        out.writeInt(head.buckets());
        Sealed.write(out, head.name());
        out.writeInt(head.labels().size());
        for (int k = 0; k < head.labels().size(); k++) {
            Sealed.write(out, head.labels().get(k));
            out.writeFloat(head.scales()[k]);
            out.writeFloat(head.biases()[k]);
        }
        out.writeFloat(head.temperature());
        out.writeFloat(head.cuts().known());
        out.writeFloat(head.cuts().blind());
        byte[] weights = new byte[head.buckets() * head.labels().size()];
        head.weights().get(weights);
        out.write(weights);
        return Sealed.seal(bytes.toByteArray());
    }

    /**
     * Maps a file into memory; its weights are read from there, so that processes share them.
     *
     * @throws IOException when the file can't be read, is no head, is damaged, or belongs to other features; names it
     */
    public static Head map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            check(Files.isRegularFile(file), file.toString(), "is no file");
            check(channel.size() <= Integer.MAX_VALUE, file.toString(), "is too large");
            return read(channel.map(MapMode.READ_ONLY, 0, channel.size()), file.toString());
        }
    }

    /**
     * Reads a head.
     *
     * @param from where it comes from, for the message when it is refused
     * @throws IOException as {@link #map} does
     */
    public static Head read(ByteBuffer file, String from) throws IOException {
        ByteBuffer body = Sealed.open(file, from);
        try {
            return parse(body, file, from);
        } catch (BufferUnderflowException tooShort) {
            throw new IOException("The head " + from + " ends too soon", tooShort);
        }
    }

    private static Head parse(ByteBuffer in, ByteBuffer file, String from) throws IOException {
        check(in.getInt() == MAGIC, from, "is not one");
        check(in.getInt() == FORMAT, from, "has a format that this version does not know");
        int features = in.getInt();
        check(
                features == Features.VERSION,
                from,
                "was trained with features " + features + ", not " + Features.VERSION);
        int buckets = in.getInt();
        check(
                buckets > 0 && buckets <= Features.BUCKETS && Integer.bitCount(buckets) == 1,
                from,
                "has " + buckets + " buckets");
        String name = text(in);
        int many = in.getInt();
        check(many > 0 && many <= MOST_LABELS, from, "has " + many + " labels");
        List<String> labels = new ArrayList<>();
        float[] scales = new float[many];
        float[] biases = new float[many];
        for (int k = 0; k < many; k++) {
            labels.add(text(in));
            scales[k] = Sealed.number(in, from);
            biases[k] = Sealed.number(in, from);
        }
        float temperature = Sealed.temperature(in, from);
        Cuts cuts = Sealed.cuts(in, from);
        check(in.remaining() == buckets * many, from, "has too many or too few weights");
        // What follows, the seal, may be read over: then nothing need be copied.
        ByteBuffer weights =
                file.slice(in.position(), file.limit() - in.position()).limit(in.remaining());
        return new Head(name, labels, weights, scales, biases, temperature, cuts);
    }
}

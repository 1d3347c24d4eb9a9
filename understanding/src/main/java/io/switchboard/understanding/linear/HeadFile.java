package io.switchboard.understanding.linear;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A head in a file: magic word, version of the format and of the features, name, labels with scale and bias, temperature,
 * cut, the weights, and the SHA-256 of all before. The same head is always the same bytes.
 */
public final class HeadFile {
    private static final int MAGIC = 0x53574248;
    private static final int FORMAT = 1;
    private static final int DIGEST = 32;
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
        out.writeInt(Features.BUCKETS);
        write(out, head.name());
        out.writeInt(head.labels().size());
        for (int k = 0; k < head.labels().size(); k++) {
            write(out, head.labels().get(k));
            out.writeFloat(head.scales()[k]);
            out.writeFloat(head.biases()[k]);
        }
        out.writeFloat(head.temperature());
        out.writeFloat(head.cut());
        byte[] weights = new byte[Features.BUCKETS * head.labels().size()];
        head.weights().get(weights);
        out.write(weights);
        out.write(sha256(ByteBuffer.wrap(bytes.toByteArray())));
        return bytes.toByteArray();
    }

    /** Returns the beginning of the SHA-256 of a head's file, in eight hexadecimal digits: which head it is. */
    public static String version(ByteBuffer file) {
        return "%08x".formatted(file.getInt(file.limit() - DIGEST));
    }

    /**
     * Maps a file into memory; its weights are read from there, so that processes share them.
     *
     * @throws IOException when the file can't be read, is no head, is damaged, or belongs to other features; names it
     */
    public static Head map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
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
        check(file.limit() > DIGEST, from, "is too short");
        ByteBuffer body = file.duplicate().slice(0, file.limit() - DIGEST);
        byte[] said = new byte[DIGEST];
        file.duplicate().position(file.limit() - DIGEST).get(said);
        check(Arrays.equals(said, sha256(body.duplicate())), from, "is damaged: its SHA-256 is another one");
        try {
            return parse(body, from);
        } catch (BufferUnderflowException tooShort) {
            throw new IOException("The head " + from + " ends too soon", tooShort);
        }
    }

    private static Head parse(ByteBuffer in, String from) throws IOException {
        check(in.getInt() == MAGIC, from, "is not one");
        check(in.getInt() == FORMAT, from, "has a format that this version does not know");
        int features = in.getInt();
        check(
                features == Features.VERSION,
                from,
                "was trained with features " + features + ", not " + Features.VERSION);
        check(in.getInt() == Features.BUCKETS, from, "has another number of buckets");
        String name = text(in);
        int many = in.getInt();
        check(many > 0 && many <= MOST_LABELS, from, "has " + many + " labels");
        List<String> labels = new ArrayList<>();
        float[] scales = new float[many];
        float[] biases = new float[many];
        for (int k = 0; k < many; k++) {
            labels.add(text(in));
            scales[k] = in.getFloat();
            biases[k] = in.getFloat();
        }
        float temperature = in.getFloat();
        float cut = in.getFloat();
        check(in.remaining() == Features.BUCKETS * many, from, "has too many or too few weights");
        return new Head(name, labels, in.slice(), scales, biases, temperature, cut);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xFFFF];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static void check(boolean holds, String from, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException("The head " + from + " " + otherwise);
        }
    }

    private static byte[] sha256(ByteBuffer of) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(of);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

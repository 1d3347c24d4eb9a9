package io.switchboard.understanding.dense;

import static io.switchboard.understanding.linear.Sealed.check;

import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Sealed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A dense head in a file: magic word, format, embedding model, name, what it stands beside, numbers, seal. */
public final class DenseHeadFile {
    private static final int MAGIC = 0x53574244;
    private static final int FORMAT = 3;
    private static final int MOST_LABELS = 512;
    private static final int MOST_UNITS = 1 << 16;

    private DenseHeadFile() {}

    /**
     * Returns the bytes of the file that a head becomes.
     *
     * @param model that makes the embeddings
     */
    public static byte[] bytes(DenseHead head, String model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        Sealed.write(out, model);
        Sealed.write(out, head.name());
        Sealed.write(out, head.beside());
        out.writeInt(head.labels().size());
        for (String label : head.labels()) {
            Sealed.write(out, label);
        }
        out.writeFloat(head.share());
        out.writeFloat(head.temperature());
        out.writeFloat(head.cuts().known());
        out.writeFloat(head.cuts().blind());
        out.writeInt(head.size());
        out.writeInt(head.network().units());
        write(out, head.network().biases());
        write(out, head.network().hiddenBiases());
        write(out, head.network().out());
        write(out, head.network().in());
        return Sealed.seal(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /**
     * Reads a head.
     *
     * @param model that makes the embeddings here
     * @param from where it comes from, for the message when it is refused
     * @throws IOException when it is no dense head, is damaged, or was made for another model; names it
     */
    public static DenseHead read(ByteBuffer file, String model, String from) throws IOException {
        try {
            return parse(Sealed.open(file, from), model, from);
        } catch (BufferUnderflowException tooShort) {
            throw new IOException("The head " + from + " ends too soon", tooShort);
        }
    }

    private static DenseHead parse(ByteBuffer in, String model, String from) throws IOException {
        check(in.getInt() == MAGIC, from, "is not a dense one");
        check(in.getInt() == FORMAT, from, "has a format that this version does not know");
        String madeFor = Sealed.text(in);
        check(madeFor.equals(model), from, "was made for " + madeFor + ", not " + model);
        String name = Sealed.text(in);
        String beside = Sealed.text(in);
        int many = in.getInt();
        check(many > 0 && many <= MOST_LABELS, from, "has " + many + " labels");
        List<String> labels = new ArrayList<>();
        for (int k = 0; k < many; k++) {
            labels.add(Sealed.text(in));
        }
        float share = Sealed.number(in, from);
        float temperature = Sealed.temperature(in, from);
        Cuts cuts = Sealed.cuts(in, from);
        int size = in.getInt();
        int units = in.getInt();
        check(size > 0 && units > 0 && units <= MOST_UNITS, from, "has a size that none can have");
        long numbers = many + units * (1L + many + size);
        check(in.remaining() == Float.BYTES * numbers, from, "has too many or too few weights");
        float[] biases = floats(in, many, from);
        float[] hiddenBiases = floats(in, units, from);
        float[] out = floats(in, units * many, from);
        Network network = new Network(floats(in, size * units, from), hiddenBiases, out, biases);
        return new DenseHead(name, labels, beside, share, network, temperature, cuts);
    }

    private static float[] floats(ByteBuffer in, int many, String from) throws IOException {
        float[] values = new float[many];
        for (int i = 0; i < many; i++) {
            values[i] = Sealed.number(in, from);
        }
        return values;
    }
}

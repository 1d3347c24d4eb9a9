package io.switchboard.understanding.linear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What files of heads have in common: the SHA-256 of all before at their end, so that a damaged one is known. */
public final class Sealed {
    private static final int DIGEST = 32;
    /** No training comes near; sums of larger numbers could become infinite, and probabilities no numbers. */
    private static final float LARGEST = 1e6f;

    private Sealed() {}

    /** Returns some bytes with their seal. */
    public static byte[] seal(byte[] body) {
        byte[] sealed = Arrays.copyOf(body, body.length + DIGEST);
        System.arraycopy(sha256(ByteBuffer.wrap(body)), 0, sealed, body.length, DIGEST);
        return sealed;
    }

    /**
     * Returns what was sealed.
     *
     * @param from where it comes from, for the message when it is refused
     * @throws IOException when it is not what was sealed; names it
     */
    public static ByteBuffer open(ByteBuffer file, String from) throws IOException {
        check(file.limit() > DIGEST, from, "is too short");
        ByteBuffer body = file.duplicate().slice(0, file.limit() - DIGEST);
        byte[] said = new byte[DIGEST];
        file.duplicate().position(file.limit() - DIGEST).get(said);
        check(Arrays.equals(said, sha256(body.duplicate())), from, "is damaged: its SHA-256 is another one");
        return body;
    }

    /** Returns the beginning of a file's seal, in eight hexadecimal digits: which one it is. */
    public static String version(ByteBuffer file) {
        return "%08x".formatted(file.getInt(file.limit() - DIGEST));
    }

    /** Writes a short text. */
    public static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #write} wrote. */
    public static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xFFFF];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }

    /** Reads a number that a head can judge with: neither infinite nor so large that a sum could be. */
    public static float number(ByteBuffer in, String from) throws IOException {
        float number = in.getFloat();
        check(Math.abs(number) <= LARGEST, from, "has a number that none can have: " + number);
        return number;
    }

    /** Reads what logits are divided by. */
    public static float temperature(ByteBuffer in, String from) throws IOException {
        float temperature = number(in, from);
        check(temperature > 0, from, "has the temperature " + temperature);
        return temperature;
    }

    /** Reads cuts; a hair above one is what calibration says where a certain text was wrong. */
    public static Cuts cuts(ByteBuffer in, String from) throws IOException {
        Cuts cuts = new Cuts(number(in, from), number(in, from));
        boolean shares =
                Math.min(cuts.known(), cuts.blind()) >= 0 && Math.max(cuts.known(), cuts.blind()) <= Math.nextUp(1f);
        check(shares, from, "has cuts that are not 0 to 1");
        return cuts;
    }

    /** Refuses a head by name. */
    public static void check(boolean holds, String from, String otherwise) throws IOException {
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

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

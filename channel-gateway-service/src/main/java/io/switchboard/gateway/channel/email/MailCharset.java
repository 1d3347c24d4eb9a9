package io.switchboard.gateway.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** Reads text whose sender may have been wrong about its charset. */
final class MailCharset {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private MailCharset() {}

    /** Returns the text: by the declared charset if it fits, else by UTF-8 if that fits, else by the commonest other. */
    static String decode(byte[] bytes, @Nullable String declared) {
        String text = declared == null ? null : strictly(bytes, charset(declared));
        if (text == null) {
            text = strictly(bytes, UTF_8);
        }
        return text == null ? new String(bytes, WESTERN) : text;
    }

    /** Returns a header's text with its encoded words read; as it is when they can't be. */
    static @Nullable String words(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header)).strip();
        } catch (UnsupportedEncodingException e) {
            return header.strip();
        }
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(MimeUtility.javaCharset(name.strip()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, @Nullable Charset charset) {
        if (charset == null) {
            return null;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}

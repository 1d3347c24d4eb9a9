package io.switchboard.gateway.channel.email;

import io.switchboard.gateway.attachment.Enclosure;
import io.switchboard.gateway.attachment.Problems;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart: its text, plain before HTML, and its files. Damaged parts don't spoil the others. */
final class MailParts {
    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;

    private final int maxFileBytes;
    private final List<Enclosure> files = new ArrayList<>();
    private @Nullable String plain;
    private @Nullable String html;
    private int parts;

    private MailParts(int maxFileBytes) {
        this.maxFileBytes = maxFileBytes;
    }

    static MailParts of(Part mail, int maxFileBytes) {
        MailParts taken = new MailParts(maxFileBytes);
        taken.take(mail, 0);
        return taken;
    }

    /** Returns the text; empty when there is none. */
    String text() {
        if (plain != null && !plain.isBlank()) {
            return plain;
        }
        return html == null ? "" : HtmlText.of(html);
    }

    /** Returns the files, in their order. */
    List<Enclosure> files() {
        return files;
    }

    private void take(Part part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            return;
        }
        try {
            Object content = isMultipart(part) ? part.getContent() : null;
            if (content instanceof Multipart multipart) {
                for (int at = 0; at < multipart.getCount(); at++) {
                    take(multipart.getBodyPart(at), depth + 1);
                }
            } else {
                takeLeaf(part);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            files.add(new Enclosure.Missing(null, "application/octet-stream", Problems.UNREADABLE));
        }
    }

    private static boolean isMultipart(Part part) throws MessagingException {
        return part.getContentType().strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private void takeLeaf(Part part) throws MessagingException, IOException {
        ContentType type = type(part);
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        if (!attached && type.match("text/plain")) {
            plain = joined(plain, MailCharset.decode(bytes(part), type.getParameter("charset")));
        } else if (!attached && type.match("text/html")) {
            html = joined(html, MailCharset.decode(bytes(part), type.getParameter("charset")));
        } else {
            files.add(file(part, type));
        }
    }

    private Enclosure file(Part part, ContentType type) throws MessagingException, IOException {
        String name = MailCharset.words(part.getFileName());
        byte[] bytes = bytes(part);
        return bytes.length > maxFileBytes
                ? new Enclosure.Missing(name, type.getBaseType(), Problems.TOO_LARGE)
                : new Enclosure.Enclosed(name, type.getBaseType(), bytes);
    }

    /** One byte more than the cap is enough to know that it is too large. */
    private byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(maxFileBytes + 1);
        } catch (MessagingException | IOException e) {
            if (part instanceof MimeBodyPart raw) {
                try (InputStream in = raw.getRawInputStream()) {
                    return in.readNBytes(maxFileBytes + 1);
                }
            }
            throw e;
        }
    }

    private static ContentType type(Part part) {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        } catch (MessagingException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    private static String joined(@Nullable String before, String more) {
        return before == null ? more : before + "\n" + more;
    }
}

package io.switchboard.gateway.channel.email;

import io.switchboard.gateway.sending.Delivery;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a mail server's refusal means. */
final class SmtpAnswers {
    private static final int PERMANENT = 500;
    private static final int DEEPEST = 8;

    private SmtpAnswers() {}

    static Delivery read(MessagingException failure, String id) {
        OptionalInt code = code(failure);
        if (code.isEmpty()) {
            // The connection broke after the mail began to go out.
            return new Delivery.Uncertain("The mail server did not answer: it may have been sent as " + id + ".");
        }
        return code.getAsInt() >= PERMANENT
                ? new Delivery.Refused("The mail server refused it (" + code.getAsInt() + ").")
                : new Delivery.TryAgain(
                        "The mail server takes it not now (" + code.getAsInt() + ").", Optional.empty());
    }

    /** The most particular answer is the innermost. */
    private static OptionalInt code(MessagingException failure) {
        OptionalInt code = OptionalInt.empty();
        Exception each = failure;
        for (int depth = 0; each instanceof MessagingException known && depth < DEEPEST; depth++) {
            int found = switch (known) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (found > 0) {
                code = OptionalInt.of(found);
            }
            each = known.getNextException();
        }
        return code;
    }
}

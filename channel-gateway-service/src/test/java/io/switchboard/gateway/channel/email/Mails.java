package io.switchboard.gateway.channel.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Mails as they arrive. */
final class Mails {
    private Mails() {}

    static byte[] raw(String scenario) {
        try (var file = Mails.class.getResourceAsStream("/email/" + scenario + ".eml")) {
            return Objects.requireNonNull(file, scenario).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

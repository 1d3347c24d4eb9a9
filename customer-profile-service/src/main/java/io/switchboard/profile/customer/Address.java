package io.switchboard.profile.customer;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A person's address in the one form by which they are recognised.
 *
 * @param kind what sort of address it is: {@code email}, {@code phone}, or the channel's name
 * @param scope the account within which it means something; empty when it means the same everywhere
 * @param value the normalised handle
 */
public record Address(String kind, String scope, String value) {
    private static final Set<String> PHONES = Set.of("whatsapp", "sms", "voice");
    private static final Set<String> GLOBAL = Set.of("x");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,}");
    private static final UUID NAMESPACE = UUID.fromString("5b1c3f0e-7c1a-4f43-9c43-2f6f0d6c9a11");

    /**
     * Returns the address behind a handle.
     *
     * <p>Where it is not known that a handle means the same everywhere it is taken to mean something only on its own
     * account: seeing one person as two costs a question, seeing two as one shows somebody's story to a stranger.
     */
    public static Address of(String channel, String account, String handle) {
        String stripped = storable(handle.strip());
        if (channel.equals("email")) {
            return new Address("email", "", stripped.toLowerCase(Locale.ROOT));
        }
        if (PHONES.contains(channel) && PHONE_NUMBER.matcher(stripped).matches()) {
            return new Address("phone", "", digits(stripped));
        }
        return new Address(channel, GLOBAL.contains(channel) ? "" : account, stripped);
    }

    private static String digits(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.startsWith("00") ? digits.substring(2) : digits;
    }

    /** PostgreSQL keeps no NUL in text. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    /** Returns the id of the customer who is first met at this address: two first messages at once make one customer. */
    public UUID customerId(String tenant) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, String.join("\u0000", tenant, kind, scope, value));
    }
}

package io.switchboard.profile.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's address in the one form by which they are recognised.
 *
 * @param kind what sort of address it is: {@code email}, {@code phone}, {@code account}, or the channel's name
 * @param scope the account within which it means something; empty when it means the same everywhere
 * @param value the normalised handle
 */
public record Address(String kind, String scope, String value) {
    /** Kinds that are no channel of their own. */
    public static final String EMAIL = "email";

    public static final String PHONE = "phone";
    public static final String ACCOUNT = "account";

    private static final Set<String> PHONES = Set.of("whatsapp", "sms", "voice");
    private static final Set<String> GLOBAL = Set.of("x");
    private static final UUID NAMESPACE = UUID.fromString("5b1c3f0e-7c1a-4f43-9c43-2f6f0d6c9a11");

    /** PostgreSQL's index takes no longer key; what is longer is cut and told apart by its hash. */
    private static final int LONGEST = 500;

    /** As {@link #of(String, String, String, String)} where no country is at home. */
    public static Address of(String channel, String account, String handle) {
        return of(channel, account, handle, null);
    }

    /**
     * Returns the address behind a handle.
     *
     * <p>Where it is not known that a handle means the same everywhere it is taken to mean something only on its own
     * account: seeing one person as two costs a question, seeing two as one shows somebody's story to a stranger. So is a
     * mail address or telephone number that can't be one: it is kept as written and matched with no other channel's.
     *
     * @param region the country (ISO 3166-1) whose numbers are written without their country code; null for none
     */
    public static Address of(String channel, String account, String handle, @Nullable String region) {
        String written = storable(handle.strip());
        Optional<String> everywhere = channel.equals(EMAIL)
                ? MailAddress.normal(written)
                : PHONES.contains(channel)
                        ? TelephoneNumber.normal(written, channel.equals("whatsapp") ? null : region)
                        : Optional.empty();
        String kind = channel.equals(EMAIL) ? EMAIL : PHONE;
        return everywhere
                .map(value -> new Address(kind, "", value))
                .orElseGet(() -> new Address(channel, GLOBAL.contains(channel) ? "" : account, written));
    }

    /**
     * Returns an address as another system states it; empty when it can't be one.
     *
     * @param kind {@link #EMAIL}, {@link #PHONE} or {@link #ACCOUNT}
     */
    public static Optional<Address> stated(String kind, String value, @Nullable String region) {
        String written = storable(value.strip());
        return (switch (kind) {
                    case EMAIL -> MailAddress.normal(written);
                    case PHONE -> TelephoneNumber.normal(written, region);
                    case ACCOUNT -> AccountNumber.normal(written);
                    default -> Optional.<String>empty();
                })
                .map(normal -> new Address(kind, "", normal));
    }

    /** PostgreSQL keeps no NUL in text. */
    private static String storable(String text) {
        String kept = text.replace('\u0000', '\uFFFD');
        return kept.length() <= LONGEST
                ? kept
                : kept.substring(0, LONGEST) + UUID.nameUUIDFromBytes(kept.getBytes(UTF_8));
    }

    /** Returns the id of the customer who is first met at this address: two first messages at once make one customer. */
    public UUID customerId(String tenant) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, String.join("\u0000", tenant, kind, scope, value));
    }
}

package io.switchboard.profile.identity;

import io.switchboard.contracts.message.Message;
import io.switchboard.profile.customer.AccountNumber;
import io.switchboard.profile.customer.Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text says of other addresses of its writer: "I wrote you on Twitter as @sam_k". */
final class Mentions {
    private static final int LONGEST_READ = 10_000;
    private static final int MOST = 10;

    private static final Pattern MAIL = Pattern.compile("[^\\s@\"<>(),:;\\\\]{1,64}@[\\p{L}\\p{N}.-]{3,200}\\p{L}");
    private static final Pattern PHONE = Pattern.compile("(?:\\+|\\b00)[1-9][0-9 ()/-]{6,20}[0-9]");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}._@])@([A-Za-z0-9_.]{4,30})");
    private static final Pattern ABOUT_ACCOUNTS = Pattern.compile(
            "account|client|contract|customer|member|policy|kunde|konto|vertrag|compte|contrat|cuenta",
            Pattern.CASE_INSENSITIVE);

    private Mentions() {}

    /**
     * An address that a text names.
     *
     * @param kind {@code email}, {@code phone}, {@code account}, or {@code handle} for one of some network
     * @param value in the form it is compared in
     */
    record Mention(String kind, String value) {}

    /** Returns as much of a message as is looked at. */
    static String read(Message message) {
        String subject = message.subject();
        String all = subject == null ? message.text() : subject + "\n" + message.text();
        return (all.length() > LONGEST_READ ? all.substring(0, LONGEST_READ) : all).replace('\u0000', ' ');
    }

    /** Returns what a text names, but for {@code own}, at which it was written. */
    static List<Mention> in(String text, Address own) {
        return Stream.of(mails(text), phones(text), handles(text), accounts(text))
                .flatMap(found -> found)
                .filter(mention -> !mention.value().equals(own.value()))
                .filter(mention -> !Likeness.localKey(own)
                        .filter(key -> key.equals(mention.value()))
                        .isPresent())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<Mention> mails(String text) {
        return text.indexOf('@') < 0 ? Stream.empty() : stated(MAIL, text, Address.EMAIL);
    }

    private static Stream<Mention> phones(String text) {
        return stated(PHONE, text, Address.PHONE);
    }

    private static Stream<Mention> stated(Pattern pattern, String text, String kind) {
        return pattern.matcher(text)
                .results()
                .flatMap(found -> Address.stated(kind, found.group(), null).stream())
                .map(address -> new Mention(kind, address.value()));
    }

    private static Stream<Mention> handles(String text) {
        return HANDLE.matcher(text)
                .results()
                .flatMap(found -> Likeness.localKey(found.group(1)).stream())
                .map(key -> new Mention("handle", key));
    }

    private static Stream<Mention> accounts(String text) {
        return ABOUT_ACCOUNTS.matcher(text).find()
                ? AccountNumber.in(text).stream().map(number -> new Mention(Address.ACCOUNT, number))
                : Stream.empty();
    }

    /** Returns the address that a mention names for sure; empty where it is only alike. */
    static Optional<Address> address(Mention mention) {
        return mention.kind().equals("handle")
                ? Optional.empty()
                : Optional.of(new Address(mention.kind(), "", mention.value()));
    }
}

package io.switchboard.profile.sources;

import static io.switchboard.profile.sources.ProfileFields.CONSENT;
import static io.switchboard.profile.sources.ProfileFields.DO_NOT_CONTACT;
import static io.switchboard.profile.sources.ProfileFields.LANGUAGE;
import static io.switchboard.profile.sources.ProfileFields.TIER;
import static io.switchboard.profile.sources.ProfileFields.VALUE;
import static io.switchboard.profile.sources.ProfileFields.VULNERABLE;
import static java.util.Objects.requireNonNull;

import io.switchboard.contracts.message.Consent;
import io.switchboard.contracts.message.Customer;
import io.switchboard.profile.customer.StoredCustomer;
import io.switchboard.profile.sources.WhatHolds.Attribute;
import io.switchboard.profile.sources.WhatHolds.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What counts in a customer's standing: what was said here, or what holds where other systems say something ({@link
 * WhatHolds}).
 *
 * <p>The later word counts; of the same instant that said here, and of consents the no. Care and do-not-contact count when
 * anybody asks for them. What a customer is worth is counted elsewhere, so what was said here counts only while no system
 * says it.
 */
public final class WhatCounts {
    private static final String YES = "true";

    private WhatCounts() {}

    /**
     * What somebody says of a field.
     *
     * @param value what they say
     * @param at since when they say so; null where that is not kept
     * @param by who wrote it down here, or {@code source:} and the name of a system; null where that is not kept
     */
    public record Word(
            String value, @Nullable Instant at, @Nullable String by) {}

    /** Returns a customer as they are known. */
    static Customer of(StoredCustomer stored, Collection<Attribute> others) {
        Map<String, Word> words = here(stored);
        words(others)
                .forEach((field, there) ->
                        words.merge(field, there, (here, other) -> overrules(field, here, other) ? here : other));
        return customer(stored.customer(), words);
    }

    /** Returns what other systems say where they differ no more, by field. */
    static Map<String, Word> words(Collection<Attribute> others) {
        return others.stream().collect(Collectors.toMap(Attribute::field, other -> word(other.holds())));
    }

    /** Returns what was said here and counts instead of what other systems say; empty when that counts or is the same. */
    public static Optional<Word> insteadOf(Attribute other, StoredCustomer stored) {
        Word there = word(other.holds());
        return Optional.ofNullable(here(stored).get(other.field()))
                .filter(here -> overrules(other.field(), here, there))
                .filter(here -> !here.value().equals(there.value()));
    }

    private static boolean overrules(String field, Word here, Word there) {
        return switch (field) {
            case VALUE -> false;
            // What is said here is never less than a yes.
            case VULNERABLE, DO_NOT_CONTACT -> true;
            default -> {
                int later = time(here).compareTo(time(there));
                boolean isNo = field.startsWith(CONSENT) && !there.value().equals(YES);
                yield isNo ? later > 0 : later >= 0;
            }
        };
    }

    private static Instant time(Word word) {
        Instant at = word.at();
        return at == null ? Instant.MIN : at;
    }

    private static Word word(Statement statement) {
        return new Word(statement.value(), statement.since(), "source:" + statement.source());
    }

    /** What they wrote in gives way to whatever is said, and a no to care was never said: it is that nobody asked for it. */
    private static Map<String, Word> here(StoredCustomer stored) {
        Map<String, Word> words = new TreeMap<>();
        Customer customer = stored.customer();
        BigDecimal value = customer.value();
        put(words, VALUE, value == null ? null : value.toPlainString(), null);
        put(words, TIER, customer.tier(), stored.tierAt());
        put(words, LANGUAGE, customer.language(), stored.languageAt());
        put(words, VULNERABLE, customer.vulnerable() ? YES : null, null);
        put(words, DO_NOT_CONTACT, customer.doNotContact() ? YES : null, null);
        customer.consents()
                .forEach(consent -> words.put(
                        CONSENT + consent.channel(),
                        new Word(String.valueOf(consent.granted()), consent.at(), consent.by())));
        return words;
    }

    private static void put(Map<String, Word> words, String field, @Nullable String value, @Nullable Instant at) {
        if (value != null) {
            words.put(field, new Word(value, at, null));
        }
    }

    private static Customer customer(Customer stored, Map<String, Word> words) {
        String value = said(words, VALUE);
        return new Customer(
                stored.customerId(),
                stored.name(),
                stored.standing(),
                stored.lastAgent(),
                value == null ? null : new BigDecimal(value),
                said(words, TIER),
                said(words, LANGUAGE),
                consents(words),
                YES.equals(said(words, DO_NOT_CONTACT)),
                YES.equals(said(words, VULNERABLE)),
                stored.churnRisk(),
                stored.openMatters(),
                stored.firstContactAt());
    }

    private static List<Consent> consents(Map<String, Word> words) {
        return words.entrySet().stream()
                .filter(word -> word.getKey().startsWith(CONSENT))
                .map(word -> new Consent(
                        word.getKey().substring(CONSENT.length()),
                        word.getValue().value().equals(YES),
                        requireNonNull(word.getValue().at()),
                        requireNonNull(word.getValue().by())))
                .toList();
    }

    private static @Nullable String said(Map<String, Word> words, String field) {
        Word word = words.get(field);
        return word == null ? null : word.value();
    }
}

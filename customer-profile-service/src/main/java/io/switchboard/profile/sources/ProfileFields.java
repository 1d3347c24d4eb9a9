package io.switchboard.profile.sources;

import java.math.BigDecimal;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields that mean something to the suite, and how their values are written. Any other field is kept as it is. */
public final class ProfileFields {
    public static final String NAME = "name";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String ACCOUNT_NUMBER = "accountNumber";
    public static final String TIER = "tier";
    public static final String LANGUAGE = "language";
    public static final String VALUE = "value";
    public static final String VULNERABLE = "vulnerable";
    public static final String DO_NOT_CONTACT = "doNotContact";
    /** Followed by a channel's name. */
    public static final String CONSENT = "consent.";

    /** The fields whose values are a customer's own handles. */
    public static final Set<String> HANDLES = Set.of(EMAIL, PHONE, ACCOUNT_NUMBER);

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");
    private static final int LONGEST = 4000;

    private ProfileFields() {}

    /** Returns whether a field may be called so. */
    static boolean isName(String field) {
        return FIELD.matcher(field).matches();
    }

    /**
     * Returns a value as the suite writes it. A mail address or telephone number that can't be one stays as it was written:
     * it is shown, and never matched.
     *
     * @throws BadRecordException when the field can't have such a value
     */
    static String normal(String field, String value) {
        if (value.length() > LONGEST) {
            throw new BadRecordException(field + " is longer than " + LONGEST + " characters");
        }
        if (field.equals(VULNERABLE) || field.equals(DO_NOT_CONTACT) || field.startsWith(CONSENT)) {
            return truth(field, value);
        }
        return switch (field) {
            case LANGUAGE -> language(value);
            case VALUE -> number(value);
            default -> value;
        };
    }

    private static String truth(String field, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new BadRecordException(field + " is not true or false");
        }
        return String.valueOf(YES.contains(word));
    }

    private static String language(String value) {
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(value.replace('_', '-'))
                    .build()
                    .toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException _) {
            // Said below.
        }
        throw new BadRecordException(LANGUAGE + " is not a language tag such as de or pt-BR");
    }

    private static String number(String value) {
        try {
            var number = new BigDecimal(value);
            if (Math.abs(number.scale()) <= 18 && number.precision() <= 18) {
                return number.stripTrailingZeros().toPlainString();
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new BadRecordException(VALUE + " is not a number such as 1250.50");
    }
}

package io.switchboard.profile.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Telephone numbers that can be. What providers send for a withheld number can't. */
final class TelephoneNumber {
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,30}");
    private static final String NOWHERE = "ZZ";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private TelephoneNumber() {}

    /**
     * Returns the digits of E.164, country code first; empty when nobody can have the number.
     *
     * @param region the country whose numbers are written without their country code; null when each is written with it
     */
    static Optional<String> normal(String written, @Nullable String region) {
        if (!LIKE_A_NUMBER.matcher(written).matches()) {
            return Optional.empty();
        }
        return readings(written, region)
                .flatMap(reading -> valid(reading, region == null ? NOWHERE : region).stream())
                .findFirst();
    }

    /** At home a number may lack its country code; providers give it without the plus. */
    private static Stream<String> readings(String written, @Nullable String region) {
        if (written.startsWith("+")) {
            return Stream.of(written);
        }
        String abroad = "+" + (written.startsWith("00") ? written.substring(2) : written);
        return region == null ? Stream.of(abroad) : Stream.of(written, abroad);
    }

    private static Optional<String> valid(String reading, String region) {
        try {
            var number = NUMBERS.parse(reading, region);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164).substring(1))
                    : Optional.empty();
        } catch (NumberParseException impossible) {
            return Optional.empty();
        }
    }
}

package io.switchboard.understanding.training;

import java.util.Locale;
import java.util.regex.Pattern;

/** Hides the brand in a text, so that a head learns what is said of brands and not which one it is. */
public final class Masked {
    private Masked() {}

    /** Returns the text with the brand's name, as handle, hashtag or word, in place of which a mention stands. */
    public static String brand(String text, String brand) {
        String name = Pattern.quote(brand.toLowerCase(Locale.ROOT));
        return Pattern.compile("[@#]?" + name + "\\w*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll("@brand");
    }
}

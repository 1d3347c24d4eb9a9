package io.switchboard.gateway.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the quoted history and the signature off a mail, so that an agent reads what is new. Conservative: what might be
 * the customer's own words stays, and a mail that would be empty stays whole.
 */
final class Quotes {
    private static final String SIGNATURE = "--";
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?:On|Am|Le|El|Il|Op|Em|W dniu|Den)\\b.{6,200}(?:wrote|schrieb|a écrit|escribió|scritto|schreef|escreveu"
                    + "|napisał|skrev)\\b.{0,120}:\\s*");
    private static final Pattern FORWARDED = Pattern.compile(
            "-{2,}\\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original)\\s*-{2,}\\s*");

    private Quotes() {}

    static String strip(String text) {
        List<String> lines = new ArrayList<>(
                text.replace("\r\n", "\n").replace('\r', '\n').lines().toList());
        cutFrom(lines, firstOf(lines));
        while (!lines.isEmpty() && isQuoteOrBlank(lines.getLast())) {
            lines.removeLast();
        }
        if (!lines.isEmpty() && isAttribution(lines, lines.size() - 1)) {
            lines.removeLast();
        }
        String rest = String.join("\n", lines).strip();
        return rest.isEmpty() ? text.strip() : rest;
    }

    private static void cutFrom(List<String> lines, int first) {
        lines.subList(first, lines.size()).clear();
    }

    /** Returns the first line of a signature or of the history; the number of lines when there is neither. */
    private static int firstOf(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (isSignature(line) || FORWARDED.matcher(line).matches()) {
                return at;
            }
            if (isAttribution(lines, at) && onlyQuotesAfter(lines, at)) {
                return at;
            }
        }
        return lines.size();
    }

    private static boolean isAttribution(List<String> lines, int at) {
        return ATTRIBUTION.matcher(lines.get(at)).matches();
    }

    /** Answers written between the quotes are the customer's words: then nothing is cut. */
    private static boolean onlyQuotesAfter(List<String> lines, int at) {
        return lines.subList(at + 1, lines.size()).stream()
                .takeWhile(line -> !isSignature(line))
                .allMatch(Quotes::isQuoteOrBlank);
    }

    /** "-- " by custom; transports and programs lose the space. */
    private static boolean isSignature(String line) {
        return line.stripTrailing().equals(SIGNATURE);
    }

    private static boolean isQuoteOrBlank(String line) {
        return line.isBlank() || line.startsWith(">");
    }
}

package io.switchboard.gateway.problem;

import java.util.regex.Pattern;

/** Makes an id that a stranger chose fit for a log line. */
public final class LogSafe {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9@._:+<>-]");
    private static final int LONGEST = 120;

    private LogSafe() {}

    /** Returns the id without line ends and other tricks, cut to a length. */
    public static String id(String id) {
        String cut = id.length() <= LONGEST ? id : id.substring(0, LONGEST);
        return UNSAFE.matcher(cut).replaceAll("?");
    }
}

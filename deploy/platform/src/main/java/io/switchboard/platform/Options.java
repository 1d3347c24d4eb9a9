package io.switchboard.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param portBase the first port of the suite
 * @param fresh whether to forget everything kept from earlier runs
 * @param demo whether to play customers and agents once the suite is ready
 * @param help whether to explain the options and do nothing else
 */
public record Options(int portBase, boolean fresh, boolean demo, boolean help) {
    /** Explains the options; {@code ./run} prints it too, before there is anything built. */
    private static final String HELP_FILE = "help.txt";

    /** Returns what {@code --help} prints. */
    public static String explained() {
        try (InputStream text = Options.class.getResourceAsStream(HELP_FILE)) {
            if (text == null) {
                throw new IllegalStateException(HELP_FILE + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(HELP_FILE + " can't be read", unreadable);
        }
    }

    /**
     * Reads the options.
     *
     * @throws UsageException for an option that does not exist or a value that makes no sense
     */
    public static Options parse(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        Options options = new Options(Ports.DEFAULT_BASE, false, false, false);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        return switch (option) {
            case "--port-base" -> new Options(portBase(left), fresh, demo, help);
            case "--fresh" -> new Options(portBase, true, demo, help);
            case "--demo" -> new Options(portBase, fresh, true, help);
            case "--help", "-h" -> new Options(portBase, fresh, demo, true);
            default ->
                throw new UsageException("There is no option " + option + "; ./run --help lists those that there are.");
        };
    }

    private static int portBase(Deque<String> left) {
        String value = left.isEmpty() ? "" : left.pop();
        try {
            int base = Integer.parseInt(value);
            if (base >= Ports.LOWEST_BASE && base <= Ports.HIGHEST_BASE) {
                return base;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with what would be one.
        }
        throw new UsageException("--port-base needs a number from " + Ports.LOWEST_BASE + " to " + Ports.HIGHEST_BASE
                + (value.isEmpty() ? "." : ", not " + value + "."));
    }
}

package io.switchboard.simulation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as a file. Its sections can be made anew one by one; what was missed is gathered from all of them at the top.
 */
public final class Report {
    private static final List<String> ORDER =
            List.of("erlang", "cross-training", "policies", "expectation", "replay", "what-if", "speed");
    private static final Pattern MISSED_ROW =
            Pattern.compile("^\\| .*" + Pattern.quote(Gate.MISSED) + " \\|$", Pattern.MULTILINE);
    private static final Pattern GATE_ROW =
            Pattern.compile("^\\| .* \\| (held|" + Pattern.quote(Gate.MISSED) + ") \\|$", Pattern.MULTILINE);

    private final Path file;

    /** A report that is, or will be, in {@code file}; figures lie in the folder of the same name. */
    public Report(Path file) {
        this.file = file;
    }

    /** Returns the folder of the figures, which exists. */
    public Path figures() {
        try {
            return Files.createDirectories(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return file.resolveSibling(file.getFileName().toString().replace(".md", ""));
    }

    /** Returns the Markdown that shows a figure. */
    public String show(String figure, String caption) {
        return "![" + caption + "](" + folder().getFileName() + "/" + figure + ".png)\n\n";
    }

    /** Puts a section in its place, in place of an earlier one of its name. */
    public void put(Section section) {
        String old = read();
        StringBuilder sections = new StringBuilder();
        for (String name : ORDER) {
            sections.append(name.equals(section.name()) ? wrap(name, section.markdown()) : existing(old, name));
        }
        write(head(sections.toString()) + sections);
    }

    private static String head(String sections) {
        long gates = GATE_ROW.matcher(sections).results().count();
        List<String> missed =
                MISSED_ROW.matcher(sections).results().map(m -> m.group()).toList();
        String verdict = missed.isEmpty()
                ? "All " + gates + " gates are held.\n\n"
                : missed.size() + " of " + gates
                        + " gates are missed:\n\n| gate | measured | limit | |\n|---|---|---|---|\n"
                        + String.join("\n", missed) + "\n\n";
        return """
                # How well routing decides

                The engine of `routing-engine` in virtual time: against exact formulas, against other ways to route, and \
                against the clock. `deploy/simulation/run report` makes this page and its figures; it is written by the \
                program, so change that. `± ` is half of a 95 % interval (Student's t) throughout. \
                [How it is done](../deploy/simulation/README.md).

                """ + verdict;
    }

    private static String wrap(String name, String text) {
        return begin(name) + text + end(name);
    }

    private static String begin(String name) {
        return "<!-- " + name + " -->\n";
    }

    private static String end(String name) {
        return "<!-- end of " + name + " -->\n\n";
    }

    private static String existing(String report, String name) {
        Matcher matcher = Pattern.compile(Pattern.quote(begin(name)) + ".*" + Pattern.quote(end(name)), Pattern.DOTALL)
                .matcher(report);
        return matcher.find() ? matcher.group() : "";
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file, text.strip() + "\n\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

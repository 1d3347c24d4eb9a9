package io.switchboard.simulation.report;

import java.util.List;

/**
 * A part of the report.
 *
 * @param name as the command line calls it
 * @param text Markdown, with the figures as links
 */
public record Section(String name, String title, String text, List<Gate> gates) {
    /** Copies the gates. */
    public Section {
        gates = List.copyOf(gates);
    }

    /** Returns the section as the report has it. */
    public String markdown() {
        StringBuilder markdown = new StringBuilder("## " + title + "\n\n" + text.strip() + "\n\n");
        if (!gates.isEmpty()) {
            markdown.append("| gate | measured | limit | |\n|---|---|---|---|\n");
            gates.forEach(gate -> markdown.append(gate.row()).append('\n'));
            markdown.append('\n');
        }
        return markdown.toString();
    }
}

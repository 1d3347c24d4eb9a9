/** The report: text, figures, verdicts. */
@NullMarked
package io.switchboard.simulation.report;

import org.jspecify.annotations.NullMarked;

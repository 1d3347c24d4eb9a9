/** What queueing theory knows exactly. */
@NullMarked
package io.switchboard.simulation.oracle;

import org.jspecify.annotations.NullMarked;

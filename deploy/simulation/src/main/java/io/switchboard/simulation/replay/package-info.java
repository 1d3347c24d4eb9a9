/** A recorded day: written down, told again, and tried under another policy. */
@NullMarked
package io.switchboard.simulation.replay;

import org.jspecify.annotations.NullMarked;

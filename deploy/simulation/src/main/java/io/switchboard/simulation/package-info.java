/** The routing engine in virtual time, and what comes out of it. */
@NullMarked
package io.switchboard.simulation;

import org.jspecify.annotations.NullMarked;

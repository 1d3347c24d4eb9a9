/** The parts of the suite, one class each: what it takes to start, to ask and to stop an engine or a service. */
@NullMarked
package io.switchboard.platform.parts;

import org.jspecify.annotations.NullMarked;

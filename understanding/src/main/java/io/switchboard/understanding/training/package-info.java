/** How heads are made, calibrated and judged. */
@NullMarked
package io.switchboard.understanding.training;

import org.jspecify.annotations.NullMarked;

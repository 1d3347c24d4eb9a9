/** A second opinion: heads over the vectors that a transformer makes of texts. */
@NullMarked
package io.switchboard.understanding.dense;

import org.jspecify.annotations.NullMarked;

/** A text as numbers: which hashed n-grams occur in it. */
@NullMarked
package io.switchboard.understanding.features;

import org.jspecify.annotations.NullMarked;

/** Measures a running suite from outside. */
@NullMarked
package io.switchboard.bench;

import org.jspecify.annotations.NullMarked;

/** Heads that weigh features, and the file they are kept in. */
@NullMarked
package io.switchboard.understanding.linear;

import org.jspecify.annotations.NullMarked;

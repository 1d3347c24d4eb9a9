/** A supervisor's board in a terminal. */
@NullMarked
package io.switchboard.platform.board;

import org.jspecify.annotations.NullMarked;

/** The live board: what waits, is offered and is held, and who is there; kept in Redis so that any replica answers. */
@NullMarked
package io.switchboard.routing.board;

import org.jspecify.annotations.NullMarked;

/** The one reader of what routing decided, for all that shows it from Redis: board, decisions, live events. */
@NullMarked
package io.switchboard.routing.events;

import org.jspecify.annotations.NullMarked;

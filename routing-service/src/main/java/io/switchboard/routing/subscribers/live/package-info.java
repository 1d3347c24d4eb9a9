/** Server-sent events for light clients: what routing decided, as it happens, out of a window that Redis keeps. */
@NullMarked
package io.switchboard.routing.subscribers.live;

import org.jspecify.annotations.NullMarked;

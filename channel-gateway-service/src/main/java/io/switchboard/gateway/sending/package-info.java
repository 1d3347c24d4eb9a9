/** The one way out: every requested reply is handed to its channel at most once, and its outcome is published. */
@NullMarked
package io.switchboard.gateway.sending;

import org.jspecify.annotations.NullMarked;

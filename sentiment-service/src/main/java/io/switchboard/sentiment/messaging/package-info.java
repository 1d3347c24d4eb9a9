/** The doors: messages come in from the gateway and go out understood. */
@NullMarked
package io.switchboard.sentiment.messaging;

import org.jspecify.annotations.NullMarked;

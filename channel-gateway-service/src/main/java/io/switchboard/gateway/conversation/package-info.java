/** Ids that are computed, never looked up, so that a redelivery is the same message and two messages one conversation. */
@NullMarked
package io.switchboard.gateway.conversation;

import org.jspecify.annotations.NullMarked;

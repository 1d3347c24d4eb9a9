/** The only door to the world: channels in and out, the API for front ends, the desk and the chat widget. */
@NullMarked
package io.switchboard.gateway;

import org.jspecify.annotations.NullMarked;

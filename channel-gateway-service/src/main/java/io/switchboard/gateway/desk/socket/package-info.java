/** The live connection of a desk: what is sent to an agent's screen and what comes back. */
@NullMarked
package io.switchboard.gateway.desk.socket;

import org.jspecify.annotations.NullMarked;

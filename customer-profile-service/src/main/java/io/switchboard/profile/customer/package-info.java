/** The person behind one or more handles: their name, standing and last agent. */
@NullMarked
package io.switchboard.profile.customer;

import org.jspecify.annotations.NullMarked;

/** Who is writing: from a person's address on a channel to the customer, created at the first message. */
@NullMarked
package io.switchboard.profile.identity;

import org.jspecify.annotations.NullMarked;

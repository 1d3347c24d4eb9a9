/** Who is writing, what happened before on every channel, and what became of every message. */
@NullMarked
package io.switchboard.profile;

import org.jspecify.annotations.NullMarked;

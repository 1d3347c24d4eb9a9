/** What was said, both ways, on every channel; what became of it; and what was noted. */
@NullMarked
package io.switchboard.profile.history;

import org.jspecify.annotations.NullMarked;

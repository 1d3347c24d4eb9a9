/** What was said, both ways, on every channel. */
@NullMarked
package io.switchboard.profile.history;

import org.jspecify.annotations.NullMarked;

/** Child processes: starting them, waiting for them, finding those that an earlier launcher left behind. */
@NullMarked
package io.switchboard.platform.process;

import org.jspecify.annotations.NullMarked;

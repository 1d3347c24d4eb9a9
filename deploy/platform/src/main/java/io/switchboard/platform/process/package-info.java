/** Child processes and ports: starting, waiting, finding what an earlier launcher left behind. */
@NullMarked
package io.switchboard.platform.process;

import org.jspecify.annotations.NullMarked;

/** How judges that others publish do beside ours, on the same texts. */
@NullMarked
package io.switchboard.lab.peers;

import org.jspecify.annotations.NullMarked;

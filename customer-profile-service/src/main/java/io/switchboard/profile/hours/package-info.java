/** When queues are open, as routing's setups say. */
@NullMarked
package io.switchboard.profile.hours;

import org.jspecify.annotations.NullMarked;

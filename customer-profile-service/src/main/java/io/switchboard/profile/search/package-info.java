/** Finding what was said, what was noted, and who somebody is. */
@NullMarked
package io.switchboard.profile.search;

import org.jspecify.annotations.NullMarked;

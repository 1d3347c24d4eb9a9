/** Where a page begins. */
@NullMarked
package io.switchboard.profile.paging;

import org.jspecify.annotations.NullMarked;

/** Whose profile changed: noted with the change, told when it is committed, by whoever comes first. */
@NullMarked
package io.switchboard.profile.changes;

import org.jspecify.annotations.NullMarked;

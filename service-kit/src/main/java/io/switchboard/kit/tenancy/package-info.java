/** Whose data a caller may touch: told by the token and by nothing else. */
@NullMarked
package io.switchboard.kit.tenancy;

import org.jspecify.annotations.NullMarked;

/** Which texts matter: the commands. */
@NullMarked
package io.switchboard.understanding;

import org.jspecify.annotations.NullMarked;

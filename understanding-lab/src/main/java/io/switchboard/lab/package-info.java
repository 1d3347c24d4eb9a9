/** The commands by which heads are trained, judged and compared. */
@NullMarked
package io.switchboard.lab;

import org.jspecify.annotations.NullMarked;

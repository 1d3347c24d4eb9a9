/** Plays customers who write and agents who answer, so that a newcomer sees the suite at work. */
@NullMarked
package io.switchboard.platform.demo;

import org.jspecify.annotations.NullMarked;

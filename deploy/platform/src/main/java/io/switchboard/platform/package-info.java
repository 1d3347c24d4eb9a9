/** The local platform: starts the whole suite as real processes on one machine, watches it and stops it. */
@NullMarked
package io.switchboard.platform;

import org.jspecify.annotations.NullMarked;

/**
 * The ways in and out of a running suite, as customers, providers and agents use them: for the demo, the end-to-end tests
 * and the benchmarks.
 */
@NullMarked
package io.switchboard.platform.doors;

import org.jspecify.annotations.NullMarked;

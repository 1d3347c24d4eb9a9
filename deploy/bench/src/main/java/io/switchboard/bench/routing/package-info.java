/** Routing alone on a real broker: how soon a decision follows, and what a killed replica costs. */
@NullMarked
package io.switchboard.bench.routing;

import org.jspecify.annotations.NullMarked;

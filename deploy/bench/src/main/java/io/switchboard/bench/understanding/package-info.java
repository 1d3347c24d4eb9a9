/** The stream of the sentiment-service on a real broker: how many posts it understands, how soon, and what that takes. */
@NullMarked
package io.switchboard.bench.understanding;

import org.jspecify.annotations.NullMarked;

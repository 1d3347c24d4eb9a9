/** A sample of what the stream drops, for people to look at: what was wrongly dropped is seen nowhere else. */
@NullMarked
package io.switchboard.sentiment.audit;

import org.jspecify.annotations.NullMarked;

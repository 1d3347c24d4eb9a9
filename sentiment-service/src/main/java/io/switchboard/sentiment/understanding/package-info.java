/** What a text means and how much it matters: words, rules and arithmetic, without a clock, a logger or I/O. */
@NullMarked
package io.switchboard.sentiment.understanding;

import org.jspecify.annotations.NullMarked;

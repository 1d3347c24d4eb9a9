/** How a text comes to its judge, whoever asks: the stream or a request. */
@NullMarked
package io.switchboard.sentiment.judging;

import org.jspecify.annotations.NullMarked;

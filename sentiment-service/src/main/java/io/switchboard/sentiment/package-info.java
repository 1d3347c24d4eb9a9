/** Text in, understanding out: relevance, sentiment, urgency, topic, language. */
@NullMarked
package io.switchboard.sentiment;

import org.jspecify.annotations.NullMarked;

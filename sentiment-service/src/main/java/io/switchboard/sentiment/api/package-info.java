/** The judge by REST, for those who tune it and for other systems. */
@NullMarked
package io.switchboard.sentiment.api;

import org.jspecify.annotations.NullMarked;

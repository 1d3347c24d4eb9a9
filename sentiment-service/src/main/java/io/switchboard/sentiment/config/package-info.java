/** Puts the judge together. */
@NullMarked
package io.switchboard.sentiment.config;

import org.jspecify.annotations.NullMarked;

/**
 * Who gets which work: {@code Engine.handle} takes commands and says what follows. No clock,
 * no chance, no input or output. The rules, in words: {@code docs/routing.md}.
 */
@NullMarked
package io.switchboard.routing.engine;

import org.jspecify.annotations.NullMarked;

/** An agent's answer on its way out, and what became of it. */
@NullMarked
package io.switchboard.contracts.reply;

import org.jspecify.annotations.NullMarked;

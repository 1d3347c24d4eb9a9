/** Answers to what goes wrong, as RFC 9457 problem documents. */
@NullMarked
package io.switchboard.gateway.problem;

import org.jspecify.annotations.NullMarked;

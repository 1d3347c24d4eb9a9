/** What a customer said, what it means, and who said it: the payloads of the {@code messages.*} topics. */
@NullMarked
package io.switchboard.contracts.message;

import org.jspecify.annotations.NullMarked;

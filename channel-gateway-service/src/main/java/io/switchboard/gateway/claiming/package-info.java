/** What providers say they delivered, so that the ledger can tell what never came in. */
@NullMarked
package io.switchboard.gateway.claiming;

import org.jspecify.annotations.NullMarked;

/** The proof that nothing is ignored: what became of each message, derived from facts that may arrive in any order. */
@NullMarked
package io.switchboard.profile.ledger;

import org.jspecify.annotations.NullMarked;

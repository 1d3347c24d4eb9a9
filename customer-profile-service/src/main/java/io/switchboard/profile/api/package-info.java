/** The REST door: customers, their story, conversations and the ledger. */
@NullMarked
package io.switchboard.profile.api;

import org.jspecify.annotations.NullMarked;

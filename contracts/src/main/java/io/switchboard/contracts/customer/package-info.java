/** What others may know of a customer after a change. */
@NullMarked
package io.switchboard.contracts.customer;

import org.jspecify.annotations.NullMarked;

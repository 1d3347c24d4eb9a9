/** Who comes, when, and what they want: drawn from a seed. */
@NullMarked
package io.switchboard.simulation.customers;

import org.jspecify.annotations.NullMarked;

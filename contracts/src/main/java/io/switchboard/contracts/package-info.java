/** The published language of the suite: names of topics and the records that travel on them. */
@NullMarked
package io.switchboard.contracts;

import org.jspecify.annotations.NullMarked;

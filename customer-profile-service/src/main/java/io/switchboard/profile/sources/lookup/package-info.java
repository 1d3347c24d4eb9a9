/** What other systems say live of a customer whom somebody looks at; never asked on the way of a message. */
@NullMarked
package io.switchboard.profile.sources.lookup;

import org.jspecify.annotations.NullMarked;

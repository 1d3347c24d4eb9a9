/** What the neighbours tell on behalf of a caller: the customer's story and the live board of the queues. */
@NullMarked
package io.switchboard.gateway.story;

import org.jspecify.annotations.NullMarked;

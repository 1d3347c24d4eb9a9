/** The one way in: a message is taken when Kafka has acknowledged it, and not before. */
@NullMarked
package io.switchboard.gateway.receiving;

import org.jspecify.annotations.NullMarked;

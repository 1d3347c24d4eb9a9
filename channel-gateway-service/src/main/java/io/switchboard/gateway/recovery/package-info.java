/** What Redis keeps and may lose is told again by Kafka. */
@NullMarked
package io.switchboard.gateway.recovery;

import org.jspecify.annotations.NullMarked;

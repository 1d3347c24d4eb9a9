/** Events on Kafka: strict JSON in the value, CloudEvents attributes in the headers, poison told from bad luck. */
@NullMarked
package io.switchboard.kit.event;

import org.jspecify.annotations.NullMarked;

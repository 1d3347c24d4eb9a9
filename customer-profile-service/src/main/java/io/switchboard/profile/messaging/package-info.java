/** The thin doors to Kafka: one consumer or publisher a class, no decisions. */
@NullMarked
package io.switchboard.profile.messaging;

import org.jspecify.annotations.NullMarked;

/** The REST API for front ends and other systems, under {@code /api/v1}. */
@NullMarked
package io.switchboard.gateway.api;

import org.jspecify.annotations.NullMarked;

/**
 * Brings what people wrote about their centre (skills, queues, agents) to the engine: files and REST in, every version in
 * PostgreSQL, the one in force on {@code routing.setup}.
 */
@NullMarked
package io.switchboard.routing.setup;

import org.jspecify.annotations.NullMarked;

/** Brings what people wrote about their centre (skills, queues, agents) from files to the engine. */
@NullMarked
package io.switchboard.routing.setup;

import org.jspecify.annotations.NullMarked;

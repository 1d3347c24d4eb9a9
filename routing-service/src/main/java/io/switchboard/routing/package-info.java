/** Work, agents and queues: every work item to the agent best suited to answer it. */
@NullMarked
package io.switchboard.routing;

import org.jspecify.annotations.NullMarked;

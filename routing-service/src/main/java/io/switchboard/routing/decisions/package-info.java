/** What was decided about a work item, and why: kept in Redis for some days, so that somebody can ask. */
@NullMarked
package io.switchboard.routing.decisions;

import org.jspecify.annotations.NullMarked;

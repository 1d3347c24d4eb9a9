/** The measures of a contact centre, each defined once, and how sure they are. */
@NullMarked
package io.switchboard.simulation.measure;

import org.jspecify.annotations.NullMarked;

/** What many contacts tell together: journeys, repeats, times, shares. */
@NullMarked
package io.switchboard.profile.insight;

import org.jspecify.annotations.NullMarked;

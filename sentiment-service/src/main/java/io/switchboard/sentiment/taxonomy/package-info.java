/** What a tenant's texts can be about: every version kept, one in force, the way back one call. */
@NullMarked
package io.switchboard.sentiment.taxonomy;

import org.jspecify.annotations.NullMarked;

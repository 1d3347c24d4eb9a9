/** Judges that learned from a tenant's corrections: trained, compared, put in force and taken back. */
@NullMarked
package io.switchboard.sentiment.judges;

import org.jspecify.annotations.NullMarked;

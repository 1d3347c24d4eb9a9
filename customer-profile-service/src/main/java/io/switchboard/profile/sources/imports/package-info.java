/** Files of records, read in the background: cut into rows, taken in batches, resumed where they stopped. */
@NullMarked
package io.switchboard.profile.sources.imports;

import org.jspecify.annotations.NullMarked;

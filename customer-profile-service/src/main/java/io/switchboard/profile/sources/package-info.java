/** What other systems know of a customer: records by file, REST and Kafka, and which of them holds where they differ. */
@NullMarked
package io.switchboard.profile.sources;

import org.jspecify.annotations.NullMarked;

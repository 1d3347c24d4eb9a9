/** What is counted of many messages together. */
@NullMarked
package io.switchboard.contracts.insight;

import org.jspecify.annotations.NullMarked;

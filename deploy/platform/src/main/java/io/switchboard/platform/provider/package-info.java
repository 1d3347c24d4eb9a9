/**
 * Stands where Meta's Graph API stands in production: takes what the gateway sends, checks what Meta checks and refuses
 * in Meta's words.
 */
@NullMarked
package io.switchboard.platform.provider;

import org.jspecify.annotations.NullMarked;

/** Files that come with messages: fetched only from allowed hosts, capped, kept in the object store. */
@NullMarked
package io.switchboard.gateway.attachment;

import org.jspecify.annotations.NullMarked;

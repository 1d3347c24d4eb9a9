/** The organisation's own addresses on the channels: files with secrets mounted beside them, read again when they change. */
@NullMarked
package io.switchboard.gateway.account;

import org.jspecify.annotations.NullMarked;

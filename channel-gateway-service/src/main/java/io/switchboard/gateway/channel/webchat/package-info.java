/** Chat on the organisation's own website: a page, a WebSocket, and replies that wait for a visitor who left. */
@NullMarked
package io.switchboard.gateway.channel.webchat;

import org.jspecify.annotations.NullMarked;

/** Facebook pages: Messenger conversations, and public comments and posts; in by webhook, out by the Graph API. */
@NullMarked
package io.switchboard.gateway.channel.messenger;

import org.jspecify.annotations.NullMarked;

/** Mailboxes: in by IMAP, out by SMTP, threaded by Message-ID. */
@NullMarked
package io.switchboard.gateway.channel.email;

import org.jspecify.annotations.NullMarked;

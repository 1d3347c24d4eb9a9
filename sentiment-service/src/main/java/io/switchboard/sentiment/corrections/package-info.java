/** What people say is right: by event and by REST, kept until they or a person want it gone. */
@NullMarked
package io.switchboard.sentiment.corrections;

import org.jspecify.annotations.NullMarked;

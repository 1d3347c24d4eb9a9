/** Where requests that others ask us for may go. */
@NullMarked
package io.switchboard.kit.net;

import org.jspecify.annotations.NullMarked;

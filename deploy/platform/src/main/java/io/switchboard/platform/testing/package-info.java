/** Real engines for the component tests of the services. */
@NullMarked
package io.switchboard.platform.testing;

import org.jspecify.annotations.NullMarked;

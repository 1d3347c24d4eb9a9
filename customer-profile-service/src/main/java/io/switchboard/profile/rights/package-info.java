/** What people may ask of who keeps their data: to see all of it, and to be forgotten. */
@NullMarked
package io.switchboard.profile.rights;

import org.jspecify.annotations.NullMarked;

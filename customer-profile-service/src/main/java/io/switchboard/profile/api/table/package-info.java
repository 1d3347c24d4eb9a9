/** Rows for programs that calculate, in the forms they read. */
@NullMarked
package io.switchboard.profile.api.table;

import org.jspecify.annotations.NullMarked;

/** The one way into the database: a transaction that sees one tenant's rows. */
@NullMarked
package io.switchboard.routing.tenancy;

import org.jspecify.annotations.NullMarked;

/**
 * The one way into a service's database with JDBC: a transaction that sees one tenant's rows. For services that have a
 * database and go on without it; a service that has none doesn't take this module.
 */
@NullMarked
package io.switchboard.kit.persistence;

import org.jspecify.annotations.NullMarked;

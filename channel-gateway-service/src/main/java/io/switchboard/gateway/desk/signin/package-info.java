/** How people sign in to the desk's pages, and how other sites are kept from using their session. */
@NullMarked
package io.switchboard.gateway.desk.signin;

import org.jspecify.annotations.NullMarked;

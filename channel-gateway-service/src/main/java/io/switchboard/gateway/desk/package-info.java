/** What each agent has before them: offers, held work and presence, kept from routing's events; and what they do about it. */
@NullMarked
package io.switchboard.gateway.desk;

import org.jspecify.annotations.NullMarked;

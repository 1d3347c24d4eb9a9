package io.switchboard.gateway.channel.webchat;

import io.switchboard.contracts.message.SignedIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in to a widget's website, as its server says.
 *
 * @param identity who they are
 * @param name how they are called there, or null
 */
record SignedIn(SignedIdentity identity, @Nullable String name) {}

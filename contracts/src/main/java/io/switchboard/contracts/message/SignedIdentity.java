package io.switchboard.contracts.message;

import org.jspecify.annotations.Nullable;

/**
 * What a website or app that the sender of a message has signed in to states of them. Its own server signed it and the
 * gateway has verified that; the message's channel and account say whose word it is.
 *
 * @param subject who they are there; the same again is the same handle
 * @param accountNumber the number by which the organisation knows them, as written; or null
 * @param email their verified mail address, as written; or null
 * @param phone their verified telephone number, as written; or null
 * @param device the handle of whoever writes from the same device without signing in, or null
 */
public record SignedIdentity(
        String subject,
        @Nullable String accountNumber,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String device) {}

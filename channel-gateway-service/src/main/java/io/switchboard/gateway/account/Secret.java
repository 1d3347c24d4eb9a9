package io.switchboard.gateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A secret of an account. It never shows its value by accident: not in a log, not in an exception. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** Returns the value, for whoever must sign or sign in with it. */
    public String reveal() {
        return value;
    }

    /** Returns the value's bytes in UTF-8. */
    public byte[] bytes() {
        return value.getBytes(UTF_8);
    }

    /** Tells whether {@code candidate} is this secret, in a time that does not tell how much of it was right. */
    public boolean matches(@Nullable String candidate) {
        return candidate != null && MessageDigest.isEqual(bytes(), candidate.getBytes(UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && matches(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}

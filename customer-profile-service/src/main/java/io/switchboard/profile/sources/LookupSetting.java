package io.switchboard.profile.sources;

import java.time.Duration;
import java.util.Map;

/**
 * How a source is asked live.
 *
 * @param url with place holders {@code {id}}, {@code {email}}, {@code {phone}} or {@code {accountNumber}} in path or query
 * @param headers sent with each request; values may be secrets
 * @param timeout after which it counts as not answering
 * @param keep how long an answer may be given again
 */
public record LookupSetting(String url, Map<String, String> headers, Duration timeout, Duration keep) {
    public LookupSetting {
        headers = Map.copyOf(headers);
    }

    /** Leaves headers out: they may be secrets. */
    @Override
    public String toString() {
        return "lookup";
    }
}

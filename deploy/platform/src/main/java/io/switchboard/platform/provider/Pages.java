package io.switchboard.platform.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that the provider knows; tests may add theirs. */
public final class Pages {
    /** What the Graph API calls the page of the token itself. */
    private static final String ME = "me";

    private final Map<String, Page> byToken = new ConcurrentHashMap<>();

    /** Knows {@code pages}. */
    public Pages(List<Page> pages) {
        pages.forEach(this::add);
    }

    /** Returns the pages of the two organisations of the local platform. */
    public static Pages ofTheLocalPlatform() {
        return new Pages(List.of(
                new Page("100200300", "local-acme-page-token"), new Page("900800700", "local-globex-page-token")));
    }

    /** Adds {@code page}. */
    public void add(Page page) {
        byToken.put(page.token(), page);
    }

    /** Returns the page of {@code token}; empty when no page has it. */
    public Optional<Page> of(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** Returns the page {@code id} if {@code token} is valid for it. */
    public Optional<Page> of(String token, String id) {
        return of(token).filter(page -> id.equals(ME) || page.id().equals(id));
    }
}

package io.switchboard.profile.search;

import io.switchboard.profile.paging.Place;
import java.time.Instant;
import java.util.Optional;

/**
 * What is looked for.
 *
 * @param words as somebody typed them: words, "a phrase", or, -not
 * @param since nothing older is found
 * @param before where the page before ended; empty for the first page
 * @param limit the most that is found in one page
 */
public record Question(String words, Instant since, Optional<Place> before, int limit) {}

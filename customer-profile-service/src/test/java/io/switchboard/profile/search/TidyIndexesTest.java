package io.switchboard.profile.search;

import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** No message comes upon a list of new words that it would have to enter. */
@ComponentTest
class TidyIndexesTest {
    @Inject
    TidyIndexes tidyIndexes;

    @Inject
    Database database;

    @Test
    void namesAreEnteredBeforeTheirListIsFull() {
        String tenant = aTenant();
        database.administer("""
                insert into customer (tenant, customer_id, root_id, centre, name)
                select '%s', id, id, 'main', 'Somebody new ' || id
                from (select gen_random_uuid() as id from generate_series(1, 1000)) new
                """.formatted(tenant));

        done(() -> tidyIndexes.tidy());

        assertThat(database.count("select gin_clean_pending_list('searchable_trigrams')"))
                .as("pages that waited still")
                .isZero();
    }

    @Test
    void wordsAreEnteredBeforeTheirListIsFull() {
        String tenant = aTenant();
        database.administer("""
                insert into searchable_text (tenant, id, kind, at, words)
                select '%s', gen_random_uuid(), 'NOTE', now(), to_tsvector('simple', 'word' || i || ' word' || i + 1)
                from generate_series(1, 1000) i
                """.formatted(tenant));

        done(() -> tidyIndexes.tidy());

        assertThat(database.count("select gin_clean_pending_list('searchable_words')"))
                .as("pages that waited still")
                .isZero();
    }
}

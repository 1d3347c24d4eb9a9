package io.switchboard.profile.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @Property
    void aCursorLeadsBack(
            @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 999_999) long micros,
            @ForAll long most,
            @ForAll long least) {
        var place = new Place(Instant.ofEpochSecond(second, micros * 1000), new UUID(most, least));
        assertThat(Place.of(place.cursor())).contains(place);
    }

    @Property
    void whateverIsSentIsReadOrRefused(@ForAll String cursor) {
        Place.of(cursor).ifPresent(place -> assertThat(place.cursor()).isEqualTo(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MQ", "Li4u", "OTk5OTk5OTk5OTk5OTk5OTk5OTku", "=", "%00", "\u0000"})
    void aForgedCursorIsNone(String cursor) {
        assertThat(Place.of(cursor)).isEmpty();
    }
}

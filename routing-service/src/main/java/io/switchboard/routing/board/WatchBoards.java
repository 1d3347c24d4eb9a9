package io.switchboard.routing.board;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.Keys;
import io.switchboard.routing.board.Boards.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows changes of boards as they come. Each replica looks once for all who watch a centre, so that Redis does not feel how
 * many do; who is slow misses boards in between, and nothing is kept for them.
 */
@ApplicationScoped
class WatchBoards {
    private static final Logger LOG = Logger.getLogger(WatchBoards.class);

    private final Boards boards;
    private final BoardStore store;
    private final BoardConfig config;
    private final Map<String, Watched> centres = new ConcurrentHashMap<>();

    WatchBoards(Boards boards, BoardStore store, BoardConfig config) {
        this.boards = boards;
        this.store = store;
        this.config = config;
    }

    /** Returns the board now, and again when an event changed it, or time alone for long enough; it does not end. */
    Multi<Board> watch(String tenant, String centre) {
        Watched watched = centres.computeIfAbsent(Keys.centre(tenant, centre), _ -> new Watched(tenant, centre));
        Multi<Seen> now = boards.look(tenant, centre, Instant.now()).toMulti();
        Multi<Seen> later = Multi.createFrom()
                .ticks()
                .startingAfter(config.push())
                .every(config.push())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> watched.look.onFailure().recoverWithNull());
        return Multi.createBy()
                .concatenating()
                .streams(now, later)
                .skip()
                .repetitions((shown, seen) -> isNews(shown, seen) ? 1 : 0)
                .map(Seen::board);
    }

    private boolean isNews(Seen shown, Seen seen) {
        return !seen.sequence().equals(shown.sequence())
                || isOld(shown, seen.board().at());
    }

    private boolean isOld(Seen seen, Instant now) {
        return !now.isBefore(seen.board().at().plus(config.pushAnyway()));
    }

    /** What all who watch a centre here share. */
    private final class Watched {
        private final String tenant;
        private final String centre;
        private final Uni<Seen> look;
        private volatile @Nullable Seen last;

        Watched(String tenant, String centre) {
            this.tenant = tenant;
            this.centre = centre;
            // Less than the pace, so that a look of before is not taken for this tick's.
            Duration shared = config.push().dividedBy(2);
            this.look = Uni.createFrom()
                    .deferred(this::lookAgain)
                    .onFailure()
                    .invoke(failure -> LOG.debugf("%s: board not seen: %s", centre, failure.toString()))
                    .memoize()
                    .forFixedDuration(shared);
        }

        private Uni<Seen> lookAgain() {
            return store.sequence(Keys.centre(tenant, centre)).flatMap(found -> {
                @Nullable Seen known = last;
                Instant now = Instant.now();
                return known != null && found.equals(known.sequence()) && !isOld(known, now)
                        ? Uni.createFrom().item(known)
                        : boards.look(tenant, centre, now).invoke(seen -> last = seen);
            });
        }
    }
}

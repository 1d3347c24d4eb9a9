package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work that waits: one line for each profile. What the heads of lines look like lies side by side in memory, so that a
 * freed agent finds the first among thousands of lines without visiting any.
 */
final class Backlog {
    private final List<Profile> profiles = new ArrayList<>();
    private final Bits notEmpty = new Bits();
    private final Bits[] ofChannel;
    /** The profiles of all channels of a room, for the rooms that were met; there are few. */
    private long[] rooms = {};

    private Bits[] ofRoom = {};
    private long[] headKeys = new long[64];
    private long[] headNumbers = new long[64];

    Backlog(Channels channels) {
        ofChannel = new Bits[channels.count()];
        Arrays.setAll(ofChannel, _ -> new Bits());
    }

    void learn(Profile profile) {
        if (profile.index == headKeys.length) {
            headKeys = Arrays.copyOf(headKeys, headKeys.length * 2);
            headNumbers = Arrays.copyOf(headNumbers, headNumbers.length * 2);
        }
        profiles.add(profile);
        ofChannel[profile.channel].set(profile.index);
        rooms = new long[0];
        ofRoom = new Bits[0];
    }

    void add(Work work) {
        Profile profile = work.profile();
        profile.line.add(work);
        look(profile);
    }

    void remove(Work work) {
        Profile profile = work.profile();
        profile.line.remove(work);
        look(profile);
    }

    /** Work comes earlier or later than before. */
    void reorder(Work work) {
        Profile profile = work.profile();
        profile.line.settle(work);
        look(profile);
    }

    private void look(Profile profile) {
        @Nullable Work first = profile.line.first();
        if (first == null) {
            notEmpty.clear(profile.index);
        } else {
            notEmpty.set(profile.index);
            headKeys[profile.index] = first.key;
            headNumbers[profile.index] = first.number;
        }
    }

    /** Returns what comes first among all that an agent could be offered now, or null. */
    @Nullable
    Work firstFor(Desk desk) {
        @Nullable Work first = firstInLines(desk);
        @Nullable
        Work own = desk.preferred.firstOf(work -> (desk.room & 1L << work.channelIndex) != 0 && !work.excludes(desk));
        return first == null || (own != null && own.before(first)) ? own : first;
    }

    private @Nullable Work firstInLines(Desk desk) {
        long[] fit = desk.kind().profiles.words;
        long[] room = room(desk.room).words;
        int words = Math.min(Math.min(fit.length, room.length), notEmpty.words.length);
        @Nullable Work best = null;
        long bestKey = Long.MAX_VALUE;
        for (int word = 0; word < words; word++) {
            for (long bits = fit[word] & room[word] & notEmpty.words[word]; bits != 0; bits &= bits - 1) {
                int profile = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (headKeys[profile] <= bestKey && (best == null || comesFirst(profile, best))) {
                    @Nullable Work found = firstOf(profiles.get(profile).line, desk);
                    if (found != null && (best == null || found.before(best))) {
                        best = found;
                        bestKey = found.key;
                    }
                }
            }
        }
        return best;
    }

    private boolean comesFirst(int profile, Work best) {
        return headKeys[profile] < best.key || (headKeys[profile] == best.key && headNumbers[profile] < best.number);
    }

    private static @Nullable Work firstOf(Line line, Desk desk) {
        @Nullable Work head = line.first();
        return head == null || !head.excludes(desk) ? head : line.firstOf(work -> !work.excludes(desk));
    }

    private Bits room(long channels) {
        for (int i = 0; i < rooms.length; i++) {
            if (rooms[i] == channels) {
                return ofRoom[i];
            }
        }
        var bits = new Bits();
        for (long left = channels; left != 0; left &= left - 1) {
            bits.addAll(ofChannel[Long.numberOfTrailingZeros(left)]);
        }
        rooms = Arrays.copyOf(rooms, rooms.length + 1);
        ofRoom = Arrays.copyOf(ofRoom, rooms.length);
        rooms[rooms.length - 1] = channels;
        ofRoom[rooms.length - 1] = bits;
        return bits;
    }
}

package io.switchboard.profile.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.switchboard.profile.ledger.ChannelCounts;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What became of the messages that were received on a day.
 *
 * @param day the day
 * @param zone of the place whose day it is
 * @param from its begin
 * @param to its end, which is not part of it
 * @param accepted all messages; the sum of the next five
 * @param answered a provider took an answer
 * @param assigned an agent holds it
 * @param waiting nobody holds it yet
 * @param chaff judged to need no answer
 * @param deadLettered could not be processed
 * @param overdue of those waiting, how many wait past their deadline
 * @param channels the same by channel
 */
public record DayReport(
        LocalDate day,
        String zone,
        Instant from,
        Instant to,
        long accepted,
        long answered,
        long assigned,
        long waiting,
        long chaff,
        long deadLettered,
        long overdue,
        List<ChannelCounts> channels) {
    public DayReport {
        channels = List.copyOf(channels);
    }

    /** A day of a place; it need not have 24 hours. */
    record Day(LocalDate day, ZoneId zone, Instant from, Instant to) {

        /** Returns a day, today when none is named; fails with 400 for one that has not begun and for an unknown zone. */
        static Day of(@Nullable LocalDate day, String zone, Instant now) {
            ZoneId place;
            try {
                place = ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                throw bad("There is no zone " + zone.replaceAll("[^A-Za-z0-9/_+-]", "?") + ".");
            }
            LocalDate today = now.atZone(place).toLocalDate();
            LocalDate of = day == null ? today : day;
            if (of.isAfter(today)) {
                throw bad(of + " has not begun in " + place + ".");
            }
            return new Day(
                    of,
                    place,
                    of.atStartOfDay(place).toInstant(),
                    of.plusDays(1).atStartOfDay(place).toInstant());
        }

        private static HttpProblem bad(String detail) {
            return HttpProblem.builder()
                    .withStatus(Response.Status.BAD_REQUEST)
                    .withTitle("Bad Request")
                    .withDetail(detail)
                    .build();
        }
    }

    static DayReport of(Day day, List<ChannelCounts> channels) {
        return new DayReport(
                day.day(),
                day.zone().getId(),
                day.from(),
                day.to(),
                sum(channels, ChannelCounts::accepted),
                sum(channels, ChannelCounts::answered),
                sum(channels, ChannelCounts::assigned),
                sum(channels, ChannelCounts::waiting),
                sum(channels, ChannelCounts::chaff),
                sum(channels, ChannelCounts::deadLettered),
                sum(channels, ChannelCounts::overdue),
                channels);
    }

    private static long sum(List<ChannelCounts> channels, ToLongFunction<ChannelCounts> what) {
        return channels.stream().mapToLong(what).sum();
    }
}

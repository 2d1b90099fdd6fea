package io.plexica.jobs.internal.time;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a job is due: by a cron expression of five fields, on the clock of a time zone, or by an interval. Times that have gone
 * by are not made up for: what comes next always lies ahead.
 */
public final class ScheduleTimes {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final String RIGHT =
            "a cron expression of five fields (minute, hour, day of month, month, day of week),"
                    + " such as '0 3 * * *', or an ISO 8601 interval from PT1S to P366D, such as 'PT15M'";

    private ScheduleTimes() {}

    /** What is wrong with a schedule, in words; null when nothing is. */
    public static @Nullable String problem(String schedule) {
        try {
            if (isInterval(schedule)) {
                Duration interval = Duration.parse(schedule);
                return interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0 ? wrong(schedule) : null;
            }
            Instant first = cron(schedule, ZoneOffset.UTC).getInitialExecutionTime(Instant.now());
            return first.equals(Schedule.NEVER) ? "'" + schedule + "' never comes" : null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return wrong(schedule);
        }
    }

    /**
     * The next time after now.
     *
     * @param last when it was due last, from which intervals are counted; null for a job that begins
     */
    public static Instant next(String schedule, ZoneId zone, @Nullable Instant last, Instant now) {
        if (!isInterval(schedule)) {
            return next(schedule, zone, now);
        }
        Duration interval = Duration.parse(schedule);
        if (last == null || last.isAfter(now)) {
            return now.plus(interval);
        }
        long gone = Duration.between(last, now).dividedBy(interval);
        return last.plus(interval.multipliedBy(gone + 1));
    }

    /** A clock that is set back shows an hour twice: what comes at some hour comes once, and what comes every hour comes twice. */
    private static Instant next(String schedule, ZoneId zone, Instant now) {
        CronSchedule cron = cron(schedule, zone);
        Instant next = cron.getInitialExecutionTime(now);
        while (isShownAgain(next, zone) && !isEveryHour(schedule)) {
            next = cron.getInitialExecutionTime(next);
        }
        return next;
    }

    /** Whether its field of hours, however that is written, takes in all of a day. */
    private static boolean isEveryHour(String schedule) {
        CronSchedule hours = cron("0 " + schedule.strip().split("\\s+")[1] + " * * *", ZoneOffset.UTC);
        return Stream.iterate(Instant.EPOCH, hour -> hour.plus(1, ChronoUnit.HOURS))
                .limit(24)
                .allMatch(hour ->
                        hours.getInitialExecutionTime(hour.minusSeconds(1)).equals(hour));
    }

    /** Whether the clock has shown this time before. */
    private static boolean isShownAgain(Instant time, ZoneId zone) {
        ZonedDateTime shown = time.atZone(zone);
        return !shown.withEarlierOffsetAtOverlap().getOffset().equals(shown.getOffset());
    }

    private static boolean isInterval(String schedule) {
        return schedule.startsWith("P");
    }

    private static CronSchedule cron(String schedule, ZoneId zone) {
        if (schedule.strip().split("\\s+").length != 5) {
            throw new IllegalArgumentException("not five fields");
        }
        return new CronSchedule(schedule.strip(), zone, CronStyle.UNIX);
    }

    private static String wrong(String schedule) {
        return "'" + schedule + "' is no time of a job: say " + RIGHT;
    }
}

package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.PollingStrategyConfig.Type;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import io.plexica.jobs.internal.JobsSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The library's scheduler, on this room's table, clock and threads; those for jobs are there only while there is work. When it
 * stops, jobs under way have two seconds to end and are interrupted then.
 */
final class JobScheduler extends Scheduler {

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(2);
    private static final int HEARTBEATS_MISSED = 4;
    private static final double FETCH_AGAIN_BELOW = 0.5;

    private JobScheduler(
            DueTable due,
            TaskResolver tasks,
            SchedulerName node,
            DatabaseClock clock,
            JobsSettings settings,
            ExecutorService workers) {
        super(
                clock,
                due,
                due,
                tasks,
                settings.threads(),
                workers,
                node,
                new Waiter(settings.poll(), clock),
                settings.heartbeat(),
                HEARTBEATS_MISSED,
                List.of(),
                List.of(),
                new PollingStrategyConfig(Type.LOCK_AND_FETCH, FETCH_AGAIN_BELOW, 1.0),
                Duration.ofDays(36_500),
                PATIENCE_AT_THE_END,
                LogLevel.OFF,
                false,
                List.of(),
                Executors.newSingleThreadExecutor(named("plexica-jobs-look")),
                Executors.newScheduledThreadPool(2, named("plexica-jobs-alive")));
    }

    /** A scheduler that has not begun. */
    static JobScheduler of(
            DueTable due, TaskResolver tasks, SchedulerName node, DatabaseClock clock, JobsSettings settings) {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named("plexica-jobs"));
        workers.allowCoreThreadTimeOut(true);
        return new JobScheduler(due, tasks, node, clock, settings, workers);
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(null, work, name, 0, false);
            thread.setDaemon(true);
            // Whoever happened to activate this may be at work in a plugin's name.
            thread.setContextClassLoader(JobScheduler.class.getClassLoader());
            return thread;
        };
    }
}

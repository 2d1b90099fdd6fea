package io.plexica.notifications.internal.notices;

import io.plexica.notifications.internal.notes.NoteWriter;
import io.plexica.notifications.internal.notes.People;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenants;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what the platform has noted, as soon as a signal says that there is something; and looks once a minute for
 * what a node that died, or a database that was away, left behind. What cannot be told after some attempts is dropped.
 */
@Component(
        service = {SignalListener.class, Notices.class},
        immediate = true)
public final class Notices implements SignalListener {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int ENOUGH = 5;

    private final Database database;
    private final NoticeQueue queue;
    private final NoticeDelivery work;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(null, work, "plexica-notices", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Notices.class.getClassLoader());
        return thread;
    });

    /** Begins with what was left. */
    @Activate
    public Notices(
            @Reference Database database,
            @Reference Tenants tenants,
            @Reference People people,
            @Reference NoteWriter writer,
            @Reference(target = "(plexica.room=notifications)") SchemaReady schemaReady) {
        this.database = database;
        this.queue = new NoticeQueue(database);
        this.work = new NoticeDelivery(tenants, people, writer);
        worker.scheduleWithFixedDelay(this::round, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends; what is left, others tell. */
    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    @Override
    public String topic() {
        return Signals.NOTICES;
    }

    @Override
    public void changed(String key) {
        if (awake.compareAndSet(false, true)) {
            try {
                worker.execute(this::round);
            } catch (RejectedExecutionException e) {
                LOG.debug("The platform stops; another node, or the next start, tells people", e);
            }
        }
    }

    private void round() {
        awake.set(false);
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE))) {
            for (Optional<Notice> next = queue.take();
                    next.isPresent() && !Thread.currentThread().isInterrupted();
                    next = queue.take()) {
                tell(next.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("What the platform has to tell people waits: {}", e.getMessage(), e);
        }
    }

    private void tell(Notice notice) {
        try {
            database.apart(() -> {
                work.tell(notice);
                queue.done(notice);
                return notice;
            });
        } catch (RuntimeException e) {
            if (notice.attempts() < ENOUGH) {
                LOG.warn(
                        "Nobody could be told of {} {}, trying again: {}",
                        notice.kind(),
                        notice.subject(),
                        e.toString());
            } else {
                LOG.error("Nobody is told of {} {}", notice.kind(), notice.subject(), e);
                database.apart(() -> {
                    queue.done(notice);
                    return notice;
                });
            }
        }
    }
}

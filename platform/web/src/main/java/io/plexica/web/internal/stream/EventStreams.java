package io.plexica.web.internal.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.threads.Daemons;
import io.plexica.spi.web.EventStream;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.CallAdmission;
import io.plexica.web.internal.guard.Guard;
import io.plexica.web.internal.guard.GuardChain;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.servlet.AsyncContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open streams of all servers. Two threads serve them all: one keeps them alive, one asks twice a second whether
 * their readers may still read. Safe for all threads.
 */
public final class EventStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST_PER_CALLER = 32;
    private static final long MOST_WAITING = 64L << 20;
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final int JUDGE_MILLIS = 500;

    private final CallAdmission admission;
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> perCaller = new ConcurrentHashMap<>();
    private final ScheduledExecutorService workers =
            Executors.newScheduledThreadPool(2, Daemons.named("plexica-web-streams"));

    /** Makes a keeper of streams. */
    public EventStreams(CallAdmission admission) {
        this.admission = admission;
        workers.scheduleWithFixedDelay(this::keepAlive, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        workers.scheduleWithFixedDelay(this::judge, JUDGE_MILLIS, JUDGE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private record Open(Object server, Call call, Guard guard, EventStream stream, StreamReader reader) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * Opens a stream and answers with it; what fails before the answer has begun is thrown.
     *
     * @param server what the stream belongs to, for {@link #end}
     * @param guard what is demanded of the caller as long as the stream lasts
     * @param begin begins the answer: from then on nothing else may be answered
     * @throws PlexicaException {@code rate-limited} when the caller reads too many streams already
     */
    public void answer(
            EventStream stream,
            Object server,
            Call call,
            Guard guard,
            ObjectMapper mapper,
            Supplier<AsyncContext> begin)
            throws IOException {
        open(stream, server, call, guard, mapper).attach(begin.get());
    }

    private StreamReader open(EventStream stream, Object server, Call call, Guard guard, ObjectMapper mapper) {
        UUID caller = caller(call);
        count(caller);
        StreamReader reader = new StreamReader(mapper);
        Open entry = new Open(server, call, guard, stream, reader);
        reader.whenOver(() -> {
            open.remove(entry);
            uncount(caller);
        });
        try {
            reader.from(stream.open(reader));
        } catch (RuntimeException e) {
            reader.drop("it could not be opened");
            throw e;
        }
        open.add(entry);
        if (reader.isOver()) {
            open.remove(entry);
        }
        return reader;
    }

    /** Ends all streams of a server; what was sent before still gets to the readers. */
    public void end(Object server) {
        open.stream()
                .filter(entry -> entry.server() == server)
                .forEach(entry -> entry.reader().end());
    }

    /** How many streams are open. */
    public int count() {
        return open.size();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        open.forEach(entry -> entry.reader().end());
    }

    private void keepAlive() {
        open.forEach(entry -> entry.reader().keepAlive());
    }

    private void judge() {
        SlowReaderEviction.of(List.copyOf(open), entry -> entry.reader().waiting(), MOST_WAITING)
                .forEach(entry -> entry.reader().drop("all readers together do not keep up"));
        for (Open entry : open) {
            try {
                judge(entry);
            } catch (RuntimeException e) {
                LOG.debug("A reader may no longer read: {}", e.getMessage());
                entry.reader().end();
            }
        }
    }

    private void judge(Open entry) {
        Call now = admission.again(entry.call());
        try (Contexts.Scope scope = Contexts.open(now.context())) {
            if (!mayGoOn(now, entry)) {
                LOG.debug("A reader may no longer see what the stream tells of");
                entry.reader().end();
            }
        }
    }

    private static boolean mayGoOn(Call now, Open entry) {
        try {
            GuardChain.demand(now, entry.guard());
            return entry.stream().mayGoOn();
        } finally {
            now.closeNarrowed();
        }
    }

    private void count(UUID caller) {
        int now = perCaller.merge(caller, 1, Integer::sum);
        if (now > MOST_PER_CALLER && !caller.equals(NOBODY)) {
            uncount(caller);
            throw new PlexicaException(
                    ErrorCode.RATE_LIMITED,
                    "You read " + MOST_PER_CALLER + " event streams already: close one before you open another");
        }
    }

    private void uncount(UUID caller) {
        perCaller.computeIfPresent(caller, (same, count) -> count <= 1 ? null : count - 1);
    }

    private static UUID caller(Call call) {
        Principal principal = call.context().principal();
        return principal == null ? NOBODY : principal.id();
    }
}

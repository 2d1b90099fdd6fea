package io.plexica.web.internal.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.EventStream;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of a stream. Whoever sends only leaves bytes here; they are written as fast as the reader takes them, by
 * whichever thread finds that it can be done without waiting. A reader for whom too much is waiting is let go. Safe for all
 * threads.
 */
final class StreamReader implements EventStream.Sink, WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);

    private static final int MOST_BYTES = 1 << 20;

    private final ObjectMapper mapper;
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final AtomicInteger wishes = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<@Nullable AutoCloseable> source = new AtomicReference<>();
    private volatile Runnable whenOver = () -> {};
    private volatile boolean ending;
    private volatile @Nullable AsyncContext context;
    private volatile @Nullable ServletOutputStream out;
    private boolean unflushed;

    /** Makes a reader who gets nothing before {@link #attach}. */
    StreamReader(ObjectMapper mapper) {
        this.mapper = mapper;
        offer(EventText.GREETING);
    }

    /** What to do once, when the stream is over; set before anything is sent. */
    void whenOver(Runnable action) {
        whenOver = action;
    }

    boolean isOver() {
        return over.get();
    }

    /** How many bytes wait for the reader to take them. */
    long waiting() {
        return waitingBytes.get();
    }

    /** Where the events come from: closed when the stream is over. */
    void from(AutoCloseable events) {
        source.set(events);
        if (over.get()) {
            closeSource();
        }
    }

    /** Begins to write. */
    void attach(AsyncContext asynchronous) throws IOException {
        context = asynchronous;
        asynchronous.setTimeout(0);
        asynchronous.addListener(this);
        ServletOutputStream stream = asynchronous.getResponse().getOutputStream();
        stream.setWriteListener(this);
        out = stream;
        if (over.get()) {
            asynchronous.complete();
        } else {
            pump();
        }
    }

    @Override
    public void send(String event, @Nullable String id, Object data) {
        if (over.get() || ending) {
            return;
        }
        try {
            offer(EventText.of(event, id, mapper.writeValueAsBytes(data)));
        } catch (JsonProcessingException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "An event cannot be written as JSON", e);
        }
        pump();
    }

    @Override
    public void end() {
        ending = true;
        pump();
    }

    /** Says that the stream lives, unless there is something better to say. */
    void keepAlive() {
        if (waiting.isEmpty() && !ending) {
            offer(EventText.ALIVE);
        }
        pump();
    }

    /** Lets the reader go at once. */
    void drop(String reason) {
        if (finish()) {
            LOG.debug("The reader of an event stream is let go: {}", reason);
        }
    }

    @Override
    public void onWritePossible() {
        pump();
    }

    @Override
    public void onError(Throwable failure) {
        drop("the connection broke off");
    }

    @Override
    public void onComplete(AsyncEvent event) {
        drop("the answer is complete");
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        drop("the container's time is over");
    }

    @Override
    public void onError(AsyncEvent event) {
        drop("the connection broke off");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private void offer(byte[] text) {
        if (waitingBytes.addAndGet(text.length) > MOST_BYTES) {
            drop("it does not keep up");
            return;
        }
        waiting.add(text);
    }

    /** One thread writes at a time; a wish that comes meanwhile makes it look again. */
    private void pump() {
        ServletOutputStream stream = out;
        if (stream == null || wishes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                write(stream);
            } catch (IOException | IllegalStateException e) {
                drop("the connection broke off");
            }
            seen = wishes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void write(ServletOutputStream stream) throws IOException {
        while (!over.get() && stream.isReady()) {
            byte[] next = waiting.poll();
            if (next != null) {
                waitingBytes.addAndGet(-next.length);
                stream.write(next);
                unflushed = true;
            } else if (unflushed) {
                stream.flush();
                unflushed = false;
            } else {
                if (ending) {
                    finish();
                }
                return;
            }
        }
    }

    private boolean finish() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        whenOver.run();
        closeSource();
        AsyncContext asynchronous = context;
        if (asynchronous != null) {
            try {
                asynchronous.complete();
            } catch (IllegalStateException e) {
                LOG.debug("The answer was complete already", e);
            }
        }
        return true;
    }

    private void closeSource() {
        AutoCloseable events = source.getAndSet(null);
        if (events == null) {
            return;
        }
        try {
            events.close();
        } catch (Exception e) {
            LOG.warn("The source of an event stream failed when it was closed", e);
        }
    }
}

package io.plexica.web.internal.call;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to hand out more of a body than may be read, to wait for one that hardly comes, and to wait for too many at once: each is
 * waited for by a thread, of which whoever sends a byte now and then could soon hold all.
 */
public final class LimitedStream extends ServletInputStream {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long FEWEST_A_SECOND = 4_096;
    private static final int RETRY_AFTER_SECONDS = 2;

    /** For how long somebody whose bytes are on the way waits for others to be done with waiting. */
    private static final long HURRY_MILLIS = 200;

    /** Half of the server's threads are left for those who are not waited for. */
    private static final Semaphore THREADS = new Semaphore(100);

    private final ServletInputStream body;
    private final long most;
    private final @Nullable MessageDigest digest;
    private final LongSupplier nanoTime;
    private final Semaphore threads;
    private final long announced;
    private long count;
    private long waited;

    /**
     * Limits a stream.
     *
     * @param announced how long it is said to be; negative for no word of it
     * @param digest takes note of all that is read; null for nobody
     */
    public LimitedStream(ServletInputStream body, long announced, long most, @Nullable MessageDigest digest) {
        this(body, announced, most, digest, System::nanoTime, THREADS);
    }

    LimitedStream(
            ServletInputStream body,
            long announced,
            long most,
            @Nullable MessageDigest digest,
            LongSupplier nanoTime,
            Semaphore threads) {
        this.body = body;
        this.announced = announced;
        this.most = most;
        this.digest = digest;
        this.nanoTime = nanoTime;
        this.threads = threads;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = waits() ? await(buffer, offset, length) : body.read(buffer, offset, length);
        count += Math.max(0, read);
        if (count > most) {
            throw BodyLimit.tooLarge(most);
        }
        if (digest != null && read > 0) {
            digest.update(buffer, offset, read);
        }
        return read;
    }

    /** Whether nothing has come that could be read. A body of unknown length shows its end to nobody but who reads it. */
    private boolean waits() throws IOException {
        return body.available() == 0 && (announced < 0 || count < announced);
    }

    /** Only what is spent waiting counts: how fast the body is used is not the caller's affair. */
    private int await(byte[] buffer, int offset, int length) throws IOException {
        if (!mayWait()) {
            return hurried(buffer, offset, length);
        }
        long begun = nanoTime.getAsLong();
        int read;
        try {
            read = body.read(buffer, offset, length);
        } finally {
            threads.release();
        }
        waited += nanoTime.getAsLong() - begun;
        demandPace();
        return read;
    }

    private boolean mayWait() throws IOException {
        try {
            return threads.tryAcquire(HURRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while others were waited for");
        }
    }

    /** What has come meanwhile needs nobody to wait. */
    private int hurried(byte[] buffer, int offset, int length) throws IOException {
        if (waits()) {
            throw new PlexicaException(
                            ErrorCode.UNAVAILABLE, "Too many are sending slowly at the same moment; try again")
                    .with("retryAfter", RETRY_AFTER_SECONDS);
        }
        return body.read(buffer, offset, length);
    }

    private void demandPace() {
        if (waited > PATIENCE_NANOS
                && TimeUnit.NANOSECONDS.toSeconds(waited - PATIENCE_NANOS) > count / FEWEST_A_SECOND) {
            throw PlexicaException.validation(
                    new FieldError("", "the body came too slowly: at least " + FEWEST_A_SECOND + " bytes a second"));
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}

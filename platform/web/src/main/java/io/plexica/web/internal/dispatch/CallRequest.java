package io.plexica.web.internal.dispatch;

import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.LimitedStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** The request as JAX-RS sees it: no more body than allowed, and whoever suspends the answer is watched. */
final class CallRequest extends HttpServletRequestWrapper {

    private final Call call;
    private final long mostBytes;
    private final Duration mostWaiting;
    private final Runnable atTheEnd;
    private @Nullable ServletInputStream body;
    private volatile boolean suspended;

    /**
     * Wraps a request.
     *
     * @param atTheEnd called when the answer to a suspended call is complete; perhaps more than once
     */
    CallRequest(HttpServletRequest request, Call call, long mostBytes, Duration mostWaiting, Runnable atTheEnd) {
        super(request);
        this.call = call;
        this.mostBytes = mostBytes;
        this.mostWaiting = mostWaiting;
        this.atTheEnd = atTheEnd;
    }

    /** Whether the answer was suspended, whatever has become of it meanwhile. */
    boolean isSuspended() {
        return suspended;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream stream = body;
        if (stream == null) {
            stream = new LimitedStream(super.getInputStream(), mostBytes);
            body = stream;
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public AsyncContext startAsync() {
        return watch(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return watch(super.startAsync(request, response));
    }

    private AsyncContext watch(AsyncContext context) {
        suspended = true;
        context.addListener(new Watch());
        return new BoundedAsyncContext(context, mostWaiting);
    }

    private final class Watch implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            atTheEnd.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            call.timeOut();
        }

        @Override
        public void onError(AsyncEvent event) {
            // The container completes the call after this.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}

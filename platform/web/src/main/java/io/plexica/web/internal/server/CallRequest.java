package io.plexica.web.internal.server;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.bounds.BoundedCall;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.CallTarget;
import io.plexica.web.internal.call.LimitedStream;
import io.plexica.web.internal.repeat.KeyedCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.ws.rs.container.AsyncResponse;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/** The request as JAX-RS sees it: no more body than allowed, and whoever suspends the answer is watched. */
public final class CallRequest extends HttpServletRequestWrapper {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Call call;
    private final long mostBytes;
    private final Duration mostWaiting;
    private final Runnable atTheEnd;
    private final @Nullable BoundedCall bounded;
    private final @Nullable MessageDigest digest;
    private @Nullable ServletInputStream body;
    private volatile boolean suspended;

    /**
     * Wraps a request.
     *
     * @param bounded what holds a call of a plugin within bounds; null for the platform's own
     * @param atTheEnd called when the answer to a suspended call is complete; perhaps more than once
     */
    public CallRequest(
            HttpServletRequest request,
            Call call,
            @Nullable BoundedCall bounded,
            long mostBytes,
            Duration mostWaiting,
            Runnable atTheEnd) {
        super(request);
        this.bounded = bounded;
        this.call = call;
        this.mostBytes = mostBytes;
        this.mostWaiting = mostWaiting;
        this.atTheEnd = atTheEnd;
        boolean keyed = call.method().equals("POST") && request.getHeader(KeyedCall.HEADER) != null;
        this.digest = keyed ? KeyedCall.sha256() : null;
    }

    /** The call comes to the plugin's code. */
    static void enter(HttpServletRequest request) {
        BoundedCall bounded = ((CallRequest) request).bounded;
        if (bounded != null) {
            bounded.enter();
        }
    }

    /** What holds the call within bounds; null for the platform's own. */
    @Nullable
    BoundedCall bounded() {
        return bounded;
    }

    /** Whether the answer was suspended, whatever has become of it meanwhile. */
    public boolean isSuspended() {
        return suspended;
    }

    /** The digest of the body as far as it was read, once; null for a call that carries no key. */
    byte @Nullable [] bodyDigest() {
        return digest == null ? null : digest.digest();
    }

    /** Where the platform is asked for something, a parameter with nothing behind it is as good as none: it filters nothing. */
    @Override
    public @Nullable String getQueryString() {
        String query = super.getQueryString();
        boolean asks = call.target().kind() == CallTarget.Kind.PLATFORM && READING.contains(call.method());
        return query == null || !asks || !query.contains("=&") && !query.endsWith("=")
                ? query
                : Stream.of(query.split("&"))
                        .filter(term -> term.indexOf('=') != term.length() - 1)
                        .collect(Collectors.joining("&"));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream stream = body;
        if (stream == null) {
            stream = new LimitedStream(super.getInputStream(), getContentLengthLong(), mostBytes, digest);
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

    /** Suspends the answer for as long as a stream lasts; the call's place is given back at once. */
    AsyncContext startStream(ServletResponse response) {
        return super.startAsync(getRequest(), response);
    }

    private AsyncContext watch(AsyncContext context) {
        suspended = true;
        context.addListener(new Watch());
        return new BoundedAsyncContext(context, mostWaiting(), this::giveUp);
    }

    /** Suspending an answer gives a plugin no more time than its calls have. */
    private Duration mostWaiting() {
        Duration left = bounded == null ? mostWaiting : bounded.timeLeft();
        return left.compareTo(mostWaiting) < 0 ? left : mostWaiting;
    }

    /**
     * Answers in place of a method that does not. Where the author set a time, CXF knows what to do when it is over; where
     * not, it would call the method a second time.
     *
     * @return whether CXF must be kept out of it
     */
    private boolean giveUp() {
        if (!(getAttribute(AbstractHTTPDestination.CXF_CONTINUATION_MESSAGE) instanceof Message message)) {
            return false;
        }
        AsyncResponse response = message.get(AsyncResponse.class);
        if (response == null || message.getExchange().get(AsyncResponse.class) != null) {
            return false;
        }
        response.resume(
                new PlexicaException(ErrorCode.PLUGIN_TIMEOUT, "The answer was not ready in time: try again later"));
        return true;
    }

    private final class Watch implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            atTheEnd.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            call.timeOut();
            if (bounded != null) {
                bounded.ranOut();
            }
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

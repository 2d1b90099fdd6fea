package io.plexica.web.internal.server;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** Lets nobody wait for ever: a suspended answer that never comes would hold its plugin version for ever. */
final class BoundedAsyncContext implements AsyncContext {

    private final AsyncContext context;
    private final long most;
    private final BooleanSupplier giveUp;

    /**
     * Wraps a context.
     *
     * @param giveUp called when the time is over; true when it has dealt with that
     */
    BoundedAsyncContext(AsyncContext context, Duration most, BooleanSupplier giveUp) {
        this.context = context;
        this.giveUp = giveUp;
        this.most = most.toMillis();
        context.setTimeout(this.most);
    }

    @Override
    public void setTimeout(long timeout) {
        context.setTimeout(timeout <= 0 ? most : Math.min(timeout, most));
    }

    @Override
    public long getTimeout() {
        return context.getTimeout();
    }

    @Override
    public ServletRequest getRequest() {
        return context.getRequest();
    }

    @Override
    public ServletResponse getResponse() {
        return context.getResponse();
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return context.hasOriginalRequestAndResponse();
    }

    @Override
    public void dispatch() {
        context.dispatch();
    }

    @Override
    public void dispatch(String path) {
        context.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext other, String path) {
        context.dispatch(other, path);
    }

    @Override
    public void complete() {
        context.complete();
    }

    @Override
    public void start(Runnable work) {
        context.start(work);
    }

    @Override
    public void addListener(AsyncListener listener) {
        context.addListener(new Bounded(listener));
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
        context.addListener(new Bounded(listener), request, response);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return context.createListener(type);
    }

    private final class Bounded implements AsyncListener {

        private final AsyncListener listener;

        Bounded(AsyncListener listener) {
            this.listener = listener;
        }

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            if (!giveUp.getAsBoolean()) {
                listener.onTimeout(event);
            }
        }

        @Override
        public void onComplete(AsyncEvent event) throws IOException {
            listener.onComplete(event);
        }

        @Override
        public void onError(AsyncEvent event) throws IOException {
            listener.onError(event);
        }

        @Override
        public void onStartAsync(AsyncEvent event) throws IOException {
            listener.onStartAsync(event);
        }
    }
}

package io.plexica.web.internal.dispatch;

import java.time.Duration;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncListener;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** Lets nobody wait for ever: a suspended answer that never comes would hold its plugin version for ever. */
final class BoundedAsyncContext implements AsyncContext {

    private final AsyncContext context;
    private final long most;

    BoundedAsyncContext(AsyncContext context, Duration most) {
        this.context = context;
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
        context.addListener(listener);
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse response) {
        context.addListener(listener, request, response);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return context.createListener(type);
    }
}

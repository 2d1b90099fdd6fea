package io.plexica.web.internal.dispatch;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.Tracing;
import io.plexica.spi.web.CallListener;
import io.plexica.web.internal.bounds.BoundedCall;
import io.plexica.web.internal.call.BodyLimit;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.call.CallReception;
import io.plexica.web.internal.call.CallSpan;
import io.plexica.web.internal.call.CallTarget;
import io.plexica.web.internal.call.Traces;
import io.plexica.web.internal.guard.Guard;
import io.plexica.web.internal.guard.GuardChain;
import io.plexica.web.internal.guard.Previews;
import io.plexica.web.internal.http.Cors;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.limits.RateLimits;
import io.plexica.web.internal.metrics.CallMeters;
import io.plexica.web.internal.metrics.RouteMeter;
import io.plexica.web.internal.pages.PageAnswers;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.ProblemLog;
import io.plexica.web.internal.problem.Problems;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.server.ApiServer;
import io.plexica.web.internal.server.CallRequest;
import io.plexica.web.internal.settings.Settings;
import io.plexica.web.internal.settings.WebSettings;
import io.plexica.web.internal.whole.Completeness;
import java.io.IOException;
import java.util.function.Supplier;
import javax.servlet.DispatcherType;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every call to the API comes in and every answer goes out. What lies beside it below a tenant's path is pages. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("plexica-api")
@HttpWhiteboardServletPattern({"/api/*", "/t/*"})
@HttpWhiteboardServletAsyncSupported
public final class DispatchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger ACCESS = LoggerFactory.getLogger("io.plexica.web.access");
    private static final String SERVER = DispatchServlet.class.getName() + ".server";
    private static final String BOUNDED = DispatchServlet.class.getName() + ".bounded";
    private static final String OPTIONS = "OPTIONS";

    private final transient WebSettings settings;
    private final transient CallMeters meters;
    private final transient Rooms rooms;
    private final transient CallReception reception;
    private final transient Router router;
    private final transient ApiDescription description;
    private final transient RateLimits limits;
    private final transient PageAnswers pages;

    @Activate
    public DispatchServlet(
            @Reference WebSettings settings,
            @Reference Rooms rooms,
            @Reference ServerRegistry plugins,
            @Reference PlatformServer platform,
            @Reference CallMeters meters,
            @Reference PageAnswers pages,
            @Reference Completeness whole) {
        this(settings, rooms, plugins, platform::current, meters, pages, whole);
    }

    /** For a container without OSGi. */
    public DispatchServlet(
            WebSettings settings,
            Rooms rooms,
            ServerRegistry plugins,
            Supplier<@Nullable ApiServer> platform,
            CallMeters meters,
            PageAnswers pages,
            Completeness whole) {
        this.settings = settings;
        this.pages = pages;
        this.meters = meters;
        this.rooms = rooms;
        this.reception = new CallReception(settings, rooms);
        this.router = new Router(rooms, plugins, platform, whole);
        this.description = new ApiDescription(rooms, plugins::find, platform);
        this.limits = new RateLimits(settings, rooms, meters);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            resume(request, response);
            return;
        }
        try {
            if (CallTarget.isOfApi(request.getRequestURI())) {
                receive(request, response);
            } else {
                pages.answer(request, response);
            }
        } finally {
            BodyDrain.take(request, response);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long arrived = System.nanoTime();
        String traceId = Traces.of(request);
        response.setHeader(Traces.HEADER, traceId);
        SecurityHeaders.data(response);
        if (Cors.answer(request, response, settings.current())) {
            meters.unmatched(request.getMethod()).answered(response.getStatus(), System.nanoTime() - arrived);
            return;
        }
        Span span = CallSpan.begin(request, traceId);
        try (Tracing.Scope scope = Tracing.enter(span)) {
            take(request, response, traceId, span, arrived);
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response, String traceId, Span span, long arrived)
            throws IOException {
        Call call;
        try {
            call = reception.receive(request, traceId);
        } catch (RuntimeException e) {
            ExecutionContext nobody = ExecutionContext.platform(traceId);
            answer(nobody, request.getMethod(), request.getRequestURI(), response, e);
            RouteMeter meter = meters.unmatched(request.getMethod());
            meter.answered(response.getStatus(), System.nanoTime() - arrived);
            CallSpan.end(span, null, meter, response.getStatus());
            return;
        }
        call.attach(request);
        call.traceAs(span);
        call.countBy(limits.of(response));
        handle(call, request, response, settings.current(), arrived);
    }

    private void handle(Call call, HttpServletRequest request, HttpServletResponse response, Settings now, long arrived)
            throws IOException {
        if (description.answers(call)) {
            describe(call, response);
            measure(call, response, arrived);
            return;
        }
        ApiServer server;
        BoundedCall bounded;
        try {
            server = router.enter(call);
            bounded = bound(call, server, response);
        } catch (RuntimeException e) {
            answer(call, response, e);
            measure(call, response, arrived);
            return;
        }
        Runnable release = () -> release(call, server, bounded, response, arrived);
        CallRequest watched = new CallRequest(
                request, call, bounded, BodyLimit.of(request, call.target(), now), now.asyncTimeout(), release);
        request.setAttribute(SERVER, server);
        request.setAttribute(BOUNDED, bounded);
        try {
            serve(call, server, watched, bounded == null ? response : bounded.response());
        } finally {
            if (bounded != null) {
                bounded.threadEnds();
            }
            // Whatever comes out, the call's place is given back: a version waits for its places when it leaves.
            if (!watched.isSuspended()) {
                release.run();
            }
        }
    }

    private static @Nullable BoundedCall bound(Call call, ApiServer server, HttpServletResponse response) {
        try {
            return server.bound(call, response);
        } catch (RuntimeException e) {
            server.leave();
            throw e;
        }
    }

    /** Goes on with a call whose answer was suspended; its place in the server is given back when it is complete. */
    private void resume(HttpServletRequest request, HttpServletResponse response) {
        Call call = Call.of(request);
        if (call == null || !(request.getAttribute(SERVER) instanceof ApiServer server)) {
            throw new IllegalStateException("A suspended call came back without what it was suspended with");
        }
        BoundedCall writing =
                request.getAttribute(BOUNDED) instanceof BoundedCall suspended ? suspended.resumed() : null;
        try (Tracing.Scope scope = Tracing.enter(call.span())) {
            serve(call, server, request, response);
        } finally {
            if (writing != null) {
                writing.threadEnds();
            }
        }
    }

    private void serve(Call call, ApiServer server, HttpServletRequest request, HttpServletResponse response) {
        Contexts.Scope scope = Contexts.open(call.context());
        try {
            if (call.method().equals(OPTIONS) && !call.isGuarded() && tellMethods(call, server, response)) {
                return;
            }
            Previews.demand(request, call, server.rules());
            server.serve(getServletConfig(), request, response, call.baseAddress());
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            answer(call, response, e);
        } finally {
            call.closeNarrowed();
            scope.close();
        }
    }

    /** Tells which methods a path knows, unless its resource does so itself. */
    private static boolean tellMethods(Call call, ApiServer server, HttpServletResponse response) {
        GuardChain.demand(call, Guard.UNMATCHED);
        String path = call.pathWithin();
        if (server.rules().answers(path, OPTIONS)) {
            return false;
        }
        String allow = server.rules().allow(path);
        if (allow.isEmpty()) {
            throw PlexicaException.notFound("Nothing answers under this address");
        }
        response.setHeader("Allow", allow);
        return true;
    }

    private void describe(Call call, HttpServletResponse response) {
        try (Contexts.Scope scope = Contexts.open(call.context())) {
            description.answer(call, response);
        } catch (IOException | RuntimeException e) {
            answer(call, response, e);
        }
    }

    private void release(
            Call call, ApiServer server, @Nullable BoundedCall bounded, HttpServletResponse response, long arrived) {
        if (!call.takeRelease()) {
            return;
        }
        if (bounded != null) {
            bounded.ended(response.getStatus());
        }
        server.leave();
        measure(call, response, arrived);
        if (ACCESS.isDebugEnabled()) {
            long micros = (System.nanoTime() - arrived) / 1000;
            String path = ProblemLog.masked(call.path());
            ACCESS.debug("{} {} {} {}us", call.method(), path, response.getStatus(), micros);
        }
    }

    private void measure(Call call, HttpServletResponse response, long arrived) {
        RouteMeter matched = call.measured();
        RouteMeter meter = matched == null ? meters.unmatched(call.method()) : matched;
        meter.answered(response.getStatus(), System.nanoTime() - arrived);
        CallSpan.end(call.span(), call, meter, response.getStatus());
        for (CallListener listener : rooms.callListeners()) {
            listener.answered(call.context(), meter.method(), meter.route(), response.getStatus());
        }
    }

    private void answer(Call call, HttpServletResponse response, Throwable failure) {
        answer(call.context(), call.method(), call.path(), response, failure);
    }

    private void answer(
            ExecutionContext context, String method, String path, HttpServletResponse response, Throwable failure) {
        PluginRef plugin = context.plugin();
        Throwable told = Problems.told(failure, plugin, rooms.databaseIfThere());
        Problem problem = Problems.of(told, plugin);
        try (Contexts.Scope scope = Contexts.open(context)) {
            ProblemLog.write(problem, Problems.unwrap(told), method, path);
        }
        ProblemAnswer.write(response, problem, path, context.traceId());
    }
}

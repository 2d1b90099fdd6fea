package io.plexica.web.internal.call;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tracing.Span;
import io.plexica.web.internal.metrics.RouteMeter;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the room. Used by one thread at a time: the one that serves it, later perhaps the one that
 * finishes it.
 */
public final class Call {

    /** In place of a method where none was found. */
    public static final String UNMATCHED = "unmatched";

    private static final String ATTRIBUTE = Call.class.getName();

    private final CallClaims claims;
    private final CallPlace place;
    private final AtomicBoolean released = new AtomicBoolean();

    private volatile ExecutionContext context;
    private volatile @Nullable Route route;
    private volatile @Nullable CallMeter meter;
    private volatile String matched = UNMATCHED;
    private volatile @Nullable RouteMeter measured;
    private volatile Span span = Span.NONE;
    private volatile boolean guarded;
    private volatile boolean timedOut;
    private Contexts.@Nullable Scope narrowed;

    Call(CallClaims claims, CallPlace place, ExecutionContext context) {
        this.claims = claims;
        this.place = place;
        this.context = context;
    }

    /** The call of a request that {@link #attach} was done to; null before. */
    public static @Nullable Call of(ServletRequest request) {
        return (Call) request.getAttribute(ATTRIBUTE);
    }

    /** Lets the request carry the call through the layers that know only requests. */
    public void attach(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Sends the call to a plugin version. */
    public void routeTo(Route to) {
        route = to;
        context = context.inPlugin(to.plugin());
    }

    /** Lets the call be counted. */
    public void countBy(CallMeter counter) {
        meter = counter;
    }

    /** Counts the call, the first time; the refusal where it is one too many, else null. */
    public @Nullable PlexicaException count() {
        CallMeter counter = meter;
        meter = null;
        return counter == null ? null : counter.count(this);
    }

    /** The method that answers has been found, and what measures it. */
    public void match(String route, RouteMeter meter) {
        matched = route;
        measured = meter;
    }

    /** What measures the method that answers; null where none was found. */
    public @Nullable RouteMeter measured() {
        return measured;
    }

    /** The method that answers, the same for all calls of it. */
    public String matched() {
        return matched;
    }

    /** Lets traces show the call as this span. */
    public void traceAs(Span its) {
        span = its;
    }

    /** What traces show the call as. */
    public Span span() {
        return span;
    }

    /** Makes the caller nobody, in the tenant of the address, until {@link #closeNarrowed}. */
    public void narrowToPublic() {
        Tenant addressed = place.addressed();
        if (context.principal() == null && context.tenant() == addressed) {
            return;
        }
        context = context.as(null, Grants.NONE).inTenant(addressed);
        narrowed = Contexts.open(context);
    }

    /** Undoes {@link #narrowToPublic} on this thread. */
    public void closeNarrowed() {
        Contexts.Scope scope = narrowed;
        if (scope != null) {
            narrowed = null;
            scope.close();
        }
    }

    /** True for whoever asks first: the one who gives back the call's place in its server. */
    public boolean takeRelease() {
        return released.compareAndSet(false, true);
    }

    /** The guards have let the call pass. */
    public void passGuards() {
        guarded = true;
    }

    public boolean isGuarded() {
        return guarded;
    }

    /** The suspended answer waited too long. */
    public void timeOut() {
        timedOut = true;
    }

    public boolean isTimedOut() {
        return timedOut;
    }

    public String traceId() {
        return context.traceId();
    }

    public String method() {
        return claims.method();
    }

    /** The path as it was sent. */
    public String path() {
        return claims.path();
    }

    /** The path from the root of the site, whichever way the site names the tenant. */
    public String pathOnSite() {
        String tenant = target().pathTenant();
        return tenant == null ? path() : path().substring(CallTarget.TENANT.length() + tenant.length());
    }

    /** The path from the root of the server that the call goes to. */
    public String pathWithin() {
        String rest = path().substring(target().basePath().length());
        return rest.isEmpty() ? "/" : rest;
    }

    public CallTarget target() {
        return claims.target();
    }

    /** The absolute address at which the server that the call goes to is rooted, as the caller sees it. */
    public String baseAddress() {
        return claims.sender().origin() + claims.target().basePath();
    }

    CallClaims claims() {
        return claims;
    }

    public CallPlace place() {
        return place;
    }

    public ExecutionContext context() {
        return context;
    }

    /** Where a call to a plugin goes; null for others. */
    public @Nullable Route route() {
        return route;
    }
}

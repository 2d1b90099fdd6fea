package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.Rules.Rule;
import java.util.Objects;
import java.util.function.Consumer;
import javax.annotation.Priority;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.MultivaluedMap;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/** Runs the chain once CXF has found the method, before any filter of a plugin and before anything is read. */
@Priority(GuardFilter.PRIORITY)
public final class GuardFilter implements ContainerRequestFilter {

    /** Filters of plugins come later than this, or are refused. */
    public static final int PRIORITY = Integer.MIN_VALUE;

    private final Rules rules;
    private final RefusedAttempts refused;
    private final Consumer<HttpServletRequest> passed;

    public GuardFilter(Rules rules, RefusedAttempts refused) {
        this(rules, refused, request -> {});
    }

    /**
     * Guards calls.
     *
     * @param refused is told of each that may not
     * @param passed is told of each that has passed
     */
    public GuardFilter(Rules rules, RefusedAttempts refused, Consumer<HttpServletRequest> passed) {
        this.rules = rules;
        this.refused = refused;
        this.passed = passed;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Message message = JAXRSUtils.getCurrentMessage();
        HttpServletRequest request = requestOf(message);
        Call call = callOf(request);
        Rule rule = rules.of(message.getExchange().get(OperationResourceInfo.class));
        call.match(rule.route(), rule.meter());
        try {
            GuardChain.demand(call, rule.guard());
        } catch (PlexicaException refusal) {
            refused.note(call, refusal);
            throw refusal;
        }
        checkTenantPath(message, call, rule);
        rule.input().check(request);
        call.passGuards();
        passed.accept(request);
    }

    /** The call that a message of CXF belongs to. */
    public static Call callOf(Message message) {
        return callOf(requestOf(message));
    }

    /** The request that a message of CXF belongs to. */
    public static HttpServletRequest requestOf(Message message) {
        return known((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    /** The response that a message of CXF came with. */
    public static HttpServletResponse responseOf(Message message) {
        return known((HttpServletResponse) message.get(AbstractHTTPDestination.HTTP_RESPONSE));
    }

    private static Call callOf(ServletRequest request) {
        return known(Call.of(request));
    }

    private static <T> T known(@Nullable T part) {
        if (part == null) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "A call came in by another way than the dispatcher");
        }
        return part;
    }

    /** The tenant that the resource will read in the path is the one that was judged, however the path was written. */
    private static void checkTenantPath(Message message, Call call, Rule rule) {
        if (rule.tenantParameter() == null) {
            return;
        }
        @SuppressWarnings("unchecked")
        MultivaluedMap<String, String> values =
                (MultivaluedMap<String, String>) message.get(URITemplate.TEMPLATE_PARAMETERS);
        String value = values == null ? null : values.getFirst(rule.tenantParameter());
        if (!Objects.equals(value, call.target().namedTenant())) {
            throw PlexicaException.notFound("There is no such tenant");
        }
    }
}

package io.plexica.web.internal.server;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.web.internal.bounds.BoundedCall;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.Guard;
import io.plexica.web.internal.guard.GuardChain;
import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.guard.Rules;
import io.plexica.web.internal.http.ConnectionAbort;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemDocument;
import io.plexica.web.internal.problem.ProblemLog;
import io.plexica.web.internal.problem.Problems;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.whole.Completeness;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.NotAllowedException;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.ServiceUnavailableException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.HttpUtils;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where failures within JAX-RS become answers. */
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final int FIRST_ERROR = 400;
    private static final int FAILED = 500;
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_SUPPORTED = 415;

    private final @Nullable PluginRef plugin;
    private final Rules rules;
    private final Rooms rooms;
    private final Completeness whole;

    ProblemMapper(@Nullable PluginRef plugin, Rules rules, Rooms rooms, Completeness whole) {
        this.plugin = plugin;
        this.rules = rules;
        this.rooms = rooms;
        this.whole = whole;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < FIRST_ERROR) {
            return answer.getResponse();
        }
        Message message = JAXRSUtils.getCurrentMessage().getExchange().getInMessage();
        Call call = GuardFilter.callOf(message);
        BoundedCall bounded = ((CallRequest) GuardFilter.requestOf(message)).bounded();
        if (bounded != null && bounded.isCut()) {
            // Somebody else has answered, and said why.
            return Response.status(ErrorCode.PLUGIN_TIMEOUT.status()).build();
        }
        Throwable told = told(failure, message, call);
        Problem problem = Problems.of(told, plugin);
        if (problem.code().status() == FAILED) {
            told = hasLostItsTenant(call) ? lost(told, call) : Problems.told(told, plugin, rooms.databaseIfThere());
            problem = Problems.of(told, plugin);
        }
        if (bounded != null) {
            blame(bounded, problem, told);
        }
        if (ConnectionAbort.isGone(told)) {
            LOG.debug("The caller of {} went away before the end of the answer", ProblemLog.masked(call.path()), told);
        } else {
            ProblemLog.write(problem, Problems.unwrap(told), call.method(), call.path());
        }
        HttpServletResponse out = GuardFilter.responseOf(message);
        return CommittedAnswers.hasBegun(out) ? CommittedAnswers.end(out, problem, call) : response(problem, call);
    }

    /** The answer of a problem. */
    static Response response(Problem problem, Call call) {
        Response.ResponseBuilder response = Response.status(problem.code().status())
                .type(Problem.MEDIA_TYPE)
                .entity(ProblemDocument.write(problem, call.path(), call.traceId()));
        problem.headers().forEach(response::header);
        return response.build();
    }

    private void blame(BoundedCall bounded, Problem problem, Throwable failure) {
        if (problem.code() == ErrorCode.INTERNAL_ERROR || isOutage(problem, failure)) {
            bounded.blame(false);
        } else if (problem.code() == ErrorCode.UNAVAILABLE && Problems.unwrap(failure) instanceof DatabaseException) {
            // The plugin's own statement, which may take too long each time.
            bounded.blame(true);
        }
    }

    /** Whatever the author made of it: the answer is his, the blame is not. */
    private boolean isOutage(Problem problem, Throwable failure) {
        if (problem.code().status() < FAILED) {
            return false;
        }
        Database database = rooms.databaseIfThere();
        return database == null || database.isOutage(failure);
    }

    private static PlexicaException lost(Throwable failure, Call call) {
        LOG.warn("The tenant in which {} worked was taken from under it", ProblemLog.masked(call.path()), failure);
        return new PlexicaException(
                ErrorCode.TENANT_NOT_ACTIVE, "The tenant was suspended or removed while the call was at work");
    }

    private boolean hasLostItsTenant(Call call) {
        Tenant tenant = call.context().tenant();
        try {
            return tenant != null
                    && tenant.isActive()
                    && rooms.tenants()
                            .find(tenant.slug())
                            .filter(Tenant::isActive)
                            .isEmpty();
        } catch (RuntimeException e) {
            // The failure that is being answered says more.
            LOG.debug("Whether a tenant is still there cannot be told", e);
            return false;
        }
    }

    private Throwable told(Throwable failure, Message message, Call call) {
        boolean matched = message.getExchange().get(OperationResourceInfo.class) != null;
        if (!matched) {
            return unmatched(failure, message, call);
        }
        if (call.isTimedOut() && failure instanceof ServiceUnavailableException) {
            return new PlexicaException(ErrorCode.PLUGIN_TIMEOUT, "The answer was not ready in time: try again later");
        }
        boolean parameter = failure instanceof NotFoundException && failure.getCause() instanceof NumberFormatException;
        return parameter
                ? PlexicaException.validation(new FieldError("", "a parameter that must be a number is none"))
                : failure;
    }

    /** CXF speaks of whole classes; the caller asked for one path. */
    private Throwable explained(Throwable failure, String path, Call call) {
        int status = failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
        if (status == NOT_ALLOWED) {
            return new NotAllowedException(Response.status(NOT_ALLOWED)
                    .header(HttpHeaders.ALLOW, rules.allow(path))
                    .build());
        }
        if (status == NOT_SUPPORTED) {
            String types = String.join(" or ", rules.bodies(path, call.method()));
            return new PlexicaException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as " + types + " and say so in Content-Type");
        }
        return failure;
    }

    /** A caller who is nobody learns only of paths under which something is open to everybody. */
    private Throwable unmatched(Throwable failure, Message message, Call call) {
        boolean pathUnknown = failure instanceof NotFoundException;
        String path = HttpUtils.getPathToMatch(message, true);
        try {
            if (!pathUnknown && rules.isOpen(path)) {
                GuardChain.limit(call);
            } else {
                GuardChain.demand(call, Guard.UNMATCHED);
            }
            // Parts of the platform come and go one by one with what they answer.
            boolean absent = pathUnknown && (plugin != null || whole.is());
            return pathUnknown && !absent ? Completeness.later() : explained(failure, path, call);
        } catch (PlexicaException refusal) {
            return refusal;
        }
    }
}

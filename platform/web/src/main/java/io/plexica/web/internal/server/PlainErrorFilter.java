package io.plexica.web.internal.server;

import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemDocument;
import io.plexica.web.internal.problem.WebProblems;
import java.lang.annotation.Annotation;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;

/** Gives an answer that is only a status, such as {@code Response.status(404).build()}, the body that all errors have. */
final class PlainErrorFilter implements ContainerResponseFilter {

    private static final int FIRST_ERROR = 400;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_ERROR || response.hasEntity()) {
            return;
        }
        Call call =
                GuardFilter.callOf(JAXRSUtils.getCurrentMessage().getExchange().getInMessage());
        Problem problem = WebProblems.of(response.getStatus(), null);
        byte[] document = ProblemDocument.write(problem, call.path(), call.traceId());
        response.setStatus(problem.code().status());
        problem.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
        response.setEntity(document, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
    }
}

package io.plexica.web.internal.problem;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.web.ProblemWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Problem documents for work that no call waits for. */
@Component
public final class ContextProblems implements ProblemWriter {

    @Override
    public String write(Throwable failure, @Nullable String instance) {
        ExecutionContext context = Contexts.find();
        Problem problem = Problems.of(failure, context == null ? null : context.plugin());
        String trace = context == null ? Contexts.newTraceId() : context.traceId();
        return new String(ProblemDocument.write(problem, instance, trace), StandardCharsets.UTF_8);
    }
}

package io.plexica.web.internal.problem;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.ProblemWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Problem documents for work that no call waits for. */
@Component
public final class ContextProblems implements ProblemWriter {

    private final Database database;

    /** Asks this database about failures that nobody answers for. */
    @Activate
    public ContextProblems(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String write(Throwable failure, @Nullable String instance) {
        ExecutionContext context = Contexts.find();
        PluginRef plugin = context == null ? null : context.plugin();
        Problem problem = Problems.of(Problems.told(failure, plugin, database), plugin);
        String trace = context == null ? Contexts.newTraceId() : context.traceId();
        return new String(ProblemDocument.write(problem, instance, trace), StandardCharsets.UTF_8);
    }
}

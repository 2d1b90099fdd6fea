package io.plexica.operations.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.web.ProblemWriter;
import org.jspecify.annotations.Nullable;

/** Problem documents with just what tests look at. */
final class FakeProblems implements ProblemWriter {

    @Override
    public String write(Throwable failure, @Nullable String instance) {
        String code = failure instanceof PlexicaException coded ? coded.code().code() : "internal-error";
        return "{\"code\":\"" + code + "\",\"detail\":\"" + failure.getMessage() + "\",\"instance\":\"" + instance
                + "\",\"traceId\":\"" + Contexts.require().traceId() + "\"}";
    }
}

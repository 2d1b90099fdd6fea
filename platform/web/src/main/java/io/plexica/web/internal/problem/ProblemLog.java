package io.plexica.web.internal.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a failure to the log, once: what is our fault with its stack, what is the caller's hardly at all. */
public final class ProblemLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    private ProblemLog() {}

    /** Logs a failure; the trace, tenant and plugin are in the log's context. */
    public static void write(Problem problem, Throwable failure, String method, String path) {
        if (problem.code().status() == 500) {
            LOG.error("{} {} failed: {}", method, path, problem.code().code(), failure);
        } else if (problem.code().status() > 500) {
            LOG.warn("{} {}: {}: {}", method, path, problem.code().code(), problem.detail(), failure.getCause());
        } else {
            LOG.debug("{} {}: {}: {}", method, path, problem.code().code(), problem.detail());
        }
    }
}

package io.plexica.web.internal.problem;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a failure to the log, once: what is our fault with its stack, what is the caller's hardly at all. */
public final class ProblemLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    /** What follows the word, with or without matrix parameters at it. */
    private static final Pattern TOKEN = Pattern.compile("(/invitations(?:;[^/]*)?/+)[^/?]+");

    private ProblemLog() {}

    /** A path as it may be logged: without the token of an invitation, which is as good as a password. */
    public static String masked(String path) {
        return TOKEN.matcher(path).replaceAll("$1***");
    }

    /** Logs a failure; the trace, tenant and plugin are in the log's context. */
    public static void write(Problem problem, Throwable failure, String method, String address) {
        String path = masked(address);
        if (problem.code().status() == 500) {
            LOG.error("{} {} failed: {}", method, path, problem.code().code(), failure);
        } else if (problem.code().status() > 500) {
            LOG.warn("{} {}: {}: {}", method, path, problem.code().code(), problem.detail(), failure.getCause());
        } else {
            LOG.debug("{} {}: {}: {}", method, path, problem.code().code(), problem.detail());
        }
    }
}

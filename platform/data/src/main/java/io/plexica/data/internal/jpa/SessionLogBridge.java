package io.plexica.data.internal.jpa;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands EclipseLink's warnings to the log. */
final class SessionLogBridge extends AbstractSessionLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.plexica.data.eclipselink");

    SessionLogBridge() {
        setLevel(SessionLog.WARNING);
    }

    @Override
    public void log(SessionLogEntry entry) {
        if (!shouldLog(entry.getLevel())) {
            return;
        }
        if (entry.hasException()) {
            // The caller gets it, too, and knows better whether it matters.
            LOG.debug("EclipseLink reports a failure", entry.getException());
        } else {
            LOG.warn("{}", formatMessage(entry));
        }
    }
}

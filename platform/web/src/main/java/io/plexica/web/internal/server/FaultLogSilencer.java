package io.plexica.web.internal.server;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/** Keeps CXF from logging failures: they are logged where they are answered, once. */
final class FaultLogSilencer implements FaultListener {

    @Override
    public boolean faultOccurred(Exception failure, String description, Message message) {
        return false;
    }
}

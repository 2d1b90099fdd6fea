package io.plexica.spi.signal;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears the signals of one topic: register it as a service. Called on the thread that listens, one call at a time; must
 * return quickly and not block for long, since all other listeners wait. What it throws goes to the log. A signal may come
 * twice, and this node's own come too.
 */
@ConsumerType
public interface SignalListener {

    /** The topic, one of the constants of {@link Signals}. */
    String topic();

    /** Something of the topic has changed. The key is what was announced; empty means anything may have. */
    void changed(String key);

    /** Signals may have been missed, as after a time without the database: everything of the topic may have changed. */
    default void missed() {
        changed("");
    }
}

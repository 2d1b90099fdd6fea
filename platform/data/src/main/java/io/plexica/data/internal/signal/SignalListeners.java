package io.plexica.data.internal.signal;

import io.plexica.spi.signal.SignalListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear signals. They come and go on any thread and are called on the one that listens; what one of them
 * throws does not keep the others from hearing.
 */
public final class SignalListeners {

    private static final Logger LOG = LoggerFactory.getLogger(SignalListeners.class);

    private final List<SignalListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<SignalListener> newcomers = new ConcurrentLinkedQueue<>();

    /** Somebody wants to hear. What went by before may have concerned it, so it is told soon that it missed something. */
    public void add(SignalListener listener) {
        listeners.add(listener);
        newcomers.add(listener);
    }

    /** Somebody has heard enough. */
    public void remove(SignalListener listener) {
        listeners.remove(listener);
        newcomers.remove(listener);
    }

    void changed(Signal signal) {
        for (SignalListener listener : listeners) {
            call(listener, one -> {
                if (one.topic().equals(signal.topic())) {
                    one.changed(signal.key());
                }
            });
        }
    }

    void missed() {
        newcomers.clear();
        listeners.forEach(listener -> call(listener, SignalListener::missed));
    }

    void greetNewcomers() {
        for (@Nullable SignalListener one = newcomers.poll(); one != null; one = newcomers.poll()) {
            call(one, SignalListener::missed);
        }
    }

    private static void call(SignalListener listener, Consumer<SignalListener> message) {
        try {
            message.accept(listener);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} failed on a signal", listener.getClass().getName(), e);
        }
    }
}

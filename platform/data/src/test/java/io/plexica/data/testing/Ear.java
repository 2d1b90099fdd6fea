package io.plexica.data.testing;

import io.plexica.spi.signal.SignalListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it hears. */
public final class Ear implements SignalListener {

    public static final String MISSED = "(missed)";

    public final List<String> heard = new CopyOnWriteArrayList<>();
    private final String topic;

    public Ear(String topic) {
        this.topic = topic;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public void changed(String key) {
        heard.add(key);
    }

    @Override
    public void missed() {
        heard.add(MISSED);
    }
}

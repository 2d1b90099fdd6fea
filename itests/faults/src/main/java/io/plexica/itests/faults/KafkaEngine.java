package io.plexica.itests.faults;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.rooms.KafkaServer;
import io.plexica.itests.rooms.KafkaServer.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A real Kafka of one broker, with a door for each way that leads there: it tells those who come in where it is. */
public final class KafkaEngine implements Engine {

    private final List<Door> doors = new ArrayList<>();
    private @Nullable KafkaServer server;

    /** A way to it; all are made before it is started for the first time. */
    Proxy way() {
        int port = FreePorts.free();
        Proxy way = Proxy.to(port);
        doors.add(new Door(port, way.port()));
        return way;
    }

    /** Where those find it who come straight to it. */
    public String address() {
        return running().address();
    }

    /** The names of the topics that it keeps. */
    Set<String> topics() {
        try {
            return running().topics();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return Integer.parseInt(address().replaceFirst(".*:", ""));
    }

    @Override
    public void start() {
        try {
            if (server == null) {
                server = KafkaServer.startWithDoors(doors);
            } else {
                running().restart();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        running().kill();
    }

    /** Takes all away that it has kept, while it does not run. */
    void lose() {
        try {
            running().empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on nothing can be written to its disk; such a broker ends. */
    void fill() {
        Signal.fillDisk(running().pid());
    }

    boolean isAlive() {
        return running().isAlive();
    }

    @Override
    public void pause() {
        running().freeze();
    }

    @Override
    public void resume() {
        running().thaw();
    }

    @Override
    public void close() {
        if (server != null) {
            running().close();
        }
    }

    private KafkaServer running() {
        return Objects.requireNonNull(server, "Kafka has not been started");
    }
}

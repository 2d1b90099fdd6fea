package io.plexica.itests.faults;

import io.plexica.itests.rooms.S3Server;
import java.util.Set;

/** A real S3 server that keeps its objects on disk. */
public final class S3Engine extends ServerEngine<S3Server> {

    /** Starts one; it answers within seconds. */
    public S3Engine() {
        super("s3", unchecked(S3Server::startKeeping));
    }

    /** The objects that it keeps, as {@code bucket/path}. */
    Set<String> objects() {
        return unchecked(server::objects);
    }

    /** From now on nothing can be written to its disk. */
    void fill() {
        Signal.fillDisk(server.pid());
    }

    /** There is room again. */
    void empty() {
        Signal.emptyDisk(server.pid());
    }
}

package io.plexica.itests.faults;

import io.plexica.itests.support.Platform;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A node, and its ways to the engines.
 *
 * @param name what it is called in reports
 * @param ways to the engines; that to the database leads nowhere for the node that brings it along
 * @param superAdmin a token of the super admin
 */
public record SiteNode(String name, Platform platform, Ways ways, Supplier<String> superAdmin)
        implements AutoCloseable {

    /** A node's ways to the engines. */
    public record Ways(Proxy database, Proxy redis, Proxy s3, Proxy kafka, Proxy search) implements AutoCloseable {

        List<Proxy> all() {
            return List.of(database, redis, s3, kafka, search);
        }

        @Override
        public void close() {
            all().forEach(Proxy::close);
        }
    }

    Proxy database() {
        return ways.database();
    }

    Proxy redis() {
        return ways.redis();
    }

    /** The ways of these nodes to an engine. */
    static List<Proxy> to(Function<Ways, Proxy> engine, List<SiteNode> nodes) {
        return nodes.stream().map(SiteNode::ways).map(engine).toList();
    }

    @Override
    public void close() {
        platform.close();
        ways.close();
    }

    @Override
    public String toString() {
        return name;
    }
}

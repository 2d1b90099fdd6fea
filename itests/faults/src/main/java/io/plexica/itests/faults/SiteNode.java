package io.plexica.itests.faults;

import io.plexica.itests.support.Platform;
import java.util.List;
import java.util.function.Supplier;

/**
 * A node, and its ways to the engines.
 *
 * @param name what it is called in reports
 * @param superAdmin a token of the super admin
 * @param database the way to the database; for the node that brings the database along it leads nowhere
 */
public record SiteNode(
        String name, Platform platform, Proxy database, Proxy redis, Proxy s3, Supplier<String> superAdmin)
        implements AutoCloseable {

    /** The ways of these nodes to Redis. */
    static List<Proxy> toRedis(List<SiteNode> nodes) {
        return nodes.stream().map(SiteNode::redis).toList();
    }

    /** The ways of these nodes to the S3 server. */
    static List<Proxy> toS3(List<SiteNode> nodes) {
        return nodes.stream().map(SiteNode::s3).toList();
    }

    @Override
    public void close() {
        platform.close();
        database.close();
        redis.close();
        s3.close();
    }

    @Override
    public String toString() {
        return name;
    }
}

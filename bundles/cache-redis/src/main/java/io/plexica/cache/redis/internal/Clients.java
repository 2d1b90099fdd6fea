package io.plexica.cache.redis.internal;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/** Makes clients of one server or of a cluster. */
final class Clients {

    private static final int CONNECTIONS = 32;

    private Clients() {}

    /** A client whose every question is answered, or has failed, in about the time that is set. */
    static UnifiedJedis create(RedisSettings settings) {
        return create(settings, CONNECTIONS, settings.timeoutMillis());
    }

    /** A client that listens, and finds the connection broken when it has heard nothing for a while. */
    static UnifiedJedis listening(RedisSettings settings, int silenceMillis) {
        return create(settings, 1, silenceMillis);
    }

    private static UnifiedJedis create(RedisSettings settings, int connections, int silenceMillis) {
        // In the newer protocol Jedis takes the answer to a ping, among messages, for a fault.
        DefaultJedisClientConfig.Builder builder = DefaultJedisClientConfig.builder()
                .resp2()
                .connectionTimeoutMillis(settings.timeoutMillis())
                .socketTimeoutMillis(settings.timeoutMillis())
                .blockingSocketTimeoutMillis(silenceMillis)
                .user(settings.user())
                .password(settings.password())
                .database(settings.database())
                .clientName("plexica");
        SSLContext tls = settings.tls();
        if (tls != null) {
            builder.ssl(true).sslSocketFactory(tls.getSocketFactory()).sslParameters(byName());
        }
        DefaultJedisClientConfig config = builder.build();
        GenericObjectPoolConfig<Connection> pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(Duration.ofMillis(settings.timeoutMillis()));
        pool.setJmxEnabled(false);
        if (settings.isCluster()) {
            return RedisClusterClient.builder()
                    .nodes(settings.nodes())
                    .maxAttempts(2)
                    .clientConfig(config)
                    .poolConfig(pool)
                    .build();
        }
        return RedisClient.builder()
                .hostAndPort(settings.nodes().iterator().next())
                .clientConfig(config)
                .poolConfig(pool)
                .build();
    }

    /** Unasked, Jedis takes a trusted certificate from whoever shows it, also that of another server. */
    private static SSLParameters byName() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }
}

package io.plexica.cache.redis.internal;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.rooms.Authority;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.SafeEncoder;
import redis.embedded.RedisServer;
import redis.embedded.RedisServerBuilder;

/** A real Redis, one server or a cluster of two. */
final class TestRedis implements AutoCloseable {

    private static final int SLOTS = 16_384;

    private final List<Integer> ports;
    private final List<RedisServer> servers;

    private TestRedis(List<Integer> ports, List<RedisServer> servers) {
        this.ports = ports;
        this.servers = servers;
    }

    static TestRedis single(String... settings) {
        int port = FreePorts.free();
        TestRedis redis = new TestRedis(List.of(port), List.of(server(port, settings)));
        redis.start();
        return redis;
    }

    /** One that talks by TLS at its port, and shows a certificate of this authority. */
    static TestRedis encrypted(Authority authority) {
        int port = FreePorts.free();
        RedisServer server = server(
                FreePorts.free(),
                "tls-port " + port,
                "tls-cert-file " + authority.given(),
                "tls-key-file " + authority.key(),
                "tls-ca-cert-file " + authority.certificate(),
                "tls-auth-clients no");
        TestRedis redis = new TestRedis(List.of(port), List.of(server));
        redis.start();
        return redis;
    }

    static TestRedis cluster() {
        List<Integer> ports = List.of(FreePorts.free(), FreePorts.free());
        List<RedisServer> servers = ports.stream()
                .map(port -> server(port, "cluster-enabled yes", "cluster-config-file nodes-" + port + ".conf"))
                .toList();
        TestRedis cluster = new TestRedis(ports, servers);
        cluster.start();
        cluster.join();
        return cluster;
    }

    RedisSettings settings() {
        Set<HostAndPort> nodes = new LinkedHashSet<>();
        ports.forEach(port -> nodes.add(new HostAndPort("127.0.0.1", port)));
        return new RedisSettings(nodes, null, 0, null, null, 300, 1_000_000);
    }

    /** The address as an operator writes it. */
    String url(String scheme) {
        return scheme + "://127.0.0.1:" + ports.get(0);
    }

    /** A client that is no part of the platform. */
    Jedis stranger() {
        return new Jedis("127.0.0.1", ports.get(0));
    }

    void empty() {
        for (int port : ports) {
            try (Jedis jedis = new Jedis("127.0.0.1", port)) {
                jedis.flushAll();
            }
        }
    }

    void start() {
        servers.forEach(server -> unchecked(server::start));
    }

    void stop() {
        servers.forEach(server -> unchecked(server::stop));
    }

    /** Lets the process stand still: connections stay, answers do not come. */
    long freeze() {
        long pid;
        try (Jedis jedis = stranger()) {
            pid = Arrays.stream(jedis.info("server").split("\r\n"))
                    .filter(line -> line.startsWith("process_id:"))
                    .mapToLong(line -> Long.parseLong(line.substring("process_id:".length())))
                    .findFirst()
                    .orElseThrow();
        }
        signal("-STOP", pid);
        return pid;
    }

    void thaw(long pid) {
        signal("-CONT", pid);
    }

    @Override
    public void close() {
        stop();
    }

    private void join() {
        int half = SLOTS / 2;
        command(0, "ADDSLOTSRANGE", "0", Integer.toString(half - 1));
        command(1, "ADDSLOTSRANGE", Integer.toString(half), Integer.toString(SLOTS - 1));
        command(0, "MEET", "127.0.0.1", Integer.toString(ports.get(1)));
        for (int node = 0; node < ports.size(); node++) {
            int asked = node;
            Awaitility.await().until(() -> command(asked, "INFO").contains("cluster_state:ok"));
            Awaitility.await().until(() -> command(asked, "INFO").contains("cluster_known_nodes:2"));
        }
    }

    private String command(int node, String... arguments) {
        try (Jedis jedis = new Jedis("127.0.0.1", ports.get(node))) {
            return SafeEncoder.encode((byte[]) jedis.sendCommand(Command.CLUSTER, arguments));
        }
    }

    private static RedisServer server(int port, String... settings) {
        RedisServerBuilder builder = RedisServer.builder().port(port).bind("127.0.0.1");
        Stream.concat(Stream.of("save \"\"", "appendonly no", "dir " + folder()), Stream.of(settings))
                .forEach(builder::setting);
        return unchecked(builder::build);
    }

    private static String folder() {
        return TestFolders.create("redis").toString();
    }

    private static void signal(String name, long pid) {
        int exit = unchecked(() -> new ProcessBuilder("kill", name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor());
        if (exit != 0) {
            throw new IllegalStateException("kill ended with " + exit);
        }
    }

    private interface Work<T> {
        T run() throws Exception;
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void unchecked(Step step) {
        unchecked(() -> {
            step.run();
            return true;
        });
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.plexica.itests.bench;

import io.plexica.itests.support.Http;
import io.plexica.itests.support.PluginJar;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Something that a plugin does to others, for as long as it is called, and beside it something as much that does no harm: as
 * many calls that are answered at once, or as much work by a process of its own, with which the platform has nothing to do.
 *
 * @param name in words
 * @param path what is called, and the id of the plugin that does it
 * @param control the path that does no harm; empty for a process of its own
 * @param callers how many call
 * @param everyMillis how often each of them calls, if the call before has ended by then
 */
record Harm(String name, String path, String control, int callers, long everyMillis) {

    /** All of them. Each call ends within a second or two, so that calm can follow. */
    static final List<Harm> ALL = List.of(
            new Harm("blocks in all its places", "block", "fine", 40, 1_500),
            new Harm("fails at each call", "fail", "fine", 4, 50),
            new Harm("logs without end", "log", "", 1, 1),
            new Harm("computes in a call", "compute", "", 1, 1),
            new Harm("starts a thread that spins", "spin", "", 1, 1_000),
            new Harm("comes to a hook that hangs", "hook", "heard", 4, 200));

    private static final String BAD = """
            package {{package}};
            import io.plexica.api.hooks.*;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.util.*;
            import java.util.concurrent.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            import org.slf4j.*;
            @Component(service = Bad.class) @PlexicaResource @Path("/") @Produces("application/json") @Authenticated
            public class Bad {
                private static final Logger LOG = LoggerFactory.getLogger(Bad.class);
                private static final String WORDS = "many words ".repeat(20);
                private final Hooks hooks;
                @Activate public Bad(@Reference Hooks hooks) { this.hooks = hooks; }
                @GET @Path("block") public List<String> block() throws InterruptedException {
                    new CountDownLatch(1).await();
                    return List.of();
                }
                @GET @Path("fine") public List<String> fine() { return List.of(); }
                @GET @Path("heard") public List<String> heard() {
                    return List.of(hooks.trigger("{{id}}.thing.heard", Map.of()).toString());
                }
                @GET @Path("fail") public List<String> fail() { throw new IllegalStateException("as always"); }
                @GET @Path("hook") public List<String> hook() {
                    return List.of(hooks.trigger("{{id}}.thing.happened", Map.of()).toString());
                }
                @GET @Path("log") public List<String> log() {
                    for (long end = end(); System.nanoTime() < end; ) {
                        LOG.info("{} {}", end, WORDS);
                    }
                    return List.of();
                }
                @GET @Path("compute") public List<Long> compute() { return List.of(count(end())); }
                @GET @Path("spin") public List<String> spin() {
                    new Thread(() -> count(end()), "{{id}}-spins").start();
                    return List.of();
                }
                private static long end() { return System.nanoTime() + 900_000_000L; }
                private static long count(long end) {
                    long count = 0;
                    while (System.nanoTime() < end) { count++; }
                    return count;
                }
            }
            """;
    private static final String DEAF = """
            package {{package}};
            import io.plexica.api.hooks.*;
            import java.util.*;
            import java.util.concurrent.CountDownLatch;
            import org.osgi.service.component.annotations.*;
            @Component @HandlesHook(name = "{{id}}.thing.happened")
            public class Deaf implements HookHandler {
                @Override public Object handle(String hook, Object value) {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return value;
                }
            }
            """;

    private static final String HEARS = """
            package {{package}};
            import io.plexica.api.hooks.*;
            import org.osgi.service.component.annotations.*;
            @Component @HandlesHook(name = "{{id}}.thing.heard")
            public class Hears implements HookHandler {
                @Override public Object handle(String hook, Object value) { return value; }
            }
            """;

    /** The plugin that does all this; a call of it may take a second. */
    static PluginJar plugin(String id) {
        return PluginJar.of(id, "1.0.0")
                .source("Bad", BAD)
                .source("Deaf", DEAF)
                .source("Hears", HEARS)
                .manifest(manifest -> manifest.putObject("limits").put("timeout", "PT1S"));
    }

    /** Begins; closing it waits until the last call has ended. */
    Running begin(Http client) {
        return new Running(client, path);
    }

    /** Begins what does no harm, as often. */
    AutoCloseable beginControl(Http client) throws IOException {
        if (!control.isEmpty()) {
            return new Running(client, control);
        }
        Process process = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        return () -> process.destroyForcibly().waitFor();
    }

    /** Calls that are being made. Those of several callers are spread evenly. */
    final class Running implements AutoCloseable {

        private final List<CompletableFuture<Void>> calls;
        private volatile boolean ended;

        private Running(Http client, String method) {
            String target = "/api/plugins/" + path + "/" + method;
            long every = TimeUnit.MILLISECONDS.toNanos(everyMillis);
            long begin = System.nanoTime();
            this.calls = IntStream.range(0, callers)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> call(client, target, begin + i * every / callers, every),
                            task -> new Thread(task).start()))
                    .toList();
        }

        private void call(Http client, String target, long first, long every) {
            for (long due = first; !ended; due = Math.max(due + every, System.nanoTime())) {
                while (System.nanoTime() < due && !ended) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                client.get(target);
            }
        }

        @Override
        public void close() {
            ended = true;
            calls.forEach(CompletableFuture::join);
        }
    }
}

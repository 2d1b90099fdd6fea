package io.plexica.itests.bench;

import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.Servers;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Publishes one version of a plugin after the other, moves a tenant to it and withdraws the one before, while callers ask
 * without a pause. The argument says how often. Prints how many calls failed, and what of the old versions is left in memory.
 */
public final class SwapsBench {

    private static final int FEW = 100;
    private static final int GROUPS = 10;
    private static final int CALLERS = 4;
    private static final String ID = "swap";
    private static final Pattern METASPACE = Pattern.compile("Metaspace +used ([0-9]+)K");

    private final Platform platform;
    private final TestTenant tenant;
    private final Path folder = TestFolders.create("bench");
    private final LongAdder calls = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<Double> metaspace = new ArrayList<>();
    private volatile boolean ended;

    private SwapsBench(Platform platform) {
        this.platform = platform;
        this.tenant = TestTenant.create(platform);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        String wanted = String.join("", arguments).strip();
        int swaps = wanted.isEmpty() ? FEW : Integer.parseInt(wanted);
        try (Platform platform = Platform.prepare()) {
            platform.up();
            new SwapsBench(platform).measure(swaps);
        }
        System.exit(0);
    }

    private void measure(int swaps) throws IOException {
        publish(0);
        tenant.client(platform).post(tenant.plugin(ID) + "/install", Map.of()).expect(201);
        List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> CompletableFuture.runAsync(this::call, task -> new Thread(task).start()))
                .toList();
        List<String[]> rows = new ArrayList<>();
        int group = Math.max(1, swaps / GROUPS);
        List<Double> times = new ArrayList<>();
        for (int number = 1; number <= swaps; number++) {
            Path jar = Probe.version(ID, "1.0." + number).build(folder);
            long begin = System.nanoTime();
            swap(number, jar);
            times.add((System.nanoTime() - begin) / 1e6);
            Files.delete(jar);
            if (number % group == 0 || number == swaps) {
                rows.add(row(number, times));
                times.clear();
            }
        }
        ended = true;
        callers.forEach(CompletableFuture::join);
        Table.print(List.of("swaps", "calls", "failed", "loaders left", "metaspace", "publish, move, withdraw"), rows);
        System.out.println("metaspace: " + Drawing.save("metaspace", metaspace, "MB", "looks"));
    }

    private void publish(int number) {
        platform.boss().upload(Probe.version(ID, "1.0." + number).build(folder)).expect(201);
    }

    private void swap(int number, Path jar) {
        platform.boss().upload(jar).expect(201);
        tenant.client(platform)
                .post(tenant.plugin(ID) + "/upgrade", Map.of("version", "1.0." + number))
                .expect(200);
        platform.boss()
                .delete("/api/v1/plugins/" + ID + "/versions/1.0." + (number - 1))
                .expect(204);
    }

    private void call() {
        while (!ended) {
            int status = tenant.client(platform)
                    .get("/api/plugins/" + ID + "/version")
                    .status();
            calls.increment();
            if (status != 200) {
                failed.increment();
            }
        }
    }

    /** One of the loaders is that of the version that serves. */
    private String[] row(int number, List<Double> times) {
        String pid = Long.toString(
                platform.servers().find(Servers.Kind.PLATFORM).orElseThrow().pid());
        platform.tool("jcmd", pid, "GC.run");
        long loaders = platform.tool("jcmd", pid, "VM.class_hierarchy")
                .lines()
                .filter(line -> line.contains("com.example." + ID + ".Probe/"))
                .count();
        Matcher used = METASPACE.matcher(platform.tool("jcmd", pid, "GC.heap_info"));
        double megabytes = used.find() ? Long.parseLong(used.group(1)) / 1024.0 : 0;
        metaspace.add(megabytes);
        return new String[] {
            Integer.toString(number),
            Long.toString(calls.sum()),
            Long.toString(failed.sum()),
            Long.toString(loaders - 1),
            Math.round(megabytes) + " MB",
            Figures.of(times).text("ms")
        };
    }
}

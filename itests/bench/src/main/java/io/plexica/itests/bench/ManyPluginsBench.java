package io.plexica.itests.bench;

import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What it costs to have many plugins: a call to one of them, and a start of the platform, with few and with many, all of them
 * enabled in one tenant. The arguments say how many.
 */
public final class ManyPluginsBench {

    private static final int WARM_UP_MILLIS = 8_000;
    private static final int TURN_MILLIS = 2_000;
    private static final int TURNS = 10;
    private static final int CONNECTIONS = 4;
    private static final int STARTS = 3;

    private final Platform platform;
    private final TestTenant tenant;
    private final Path folder = TestFolders.create("bench");
    private int published;

    private ManyPluginsBench(Platform platform) {
        this.platform = platform;
        this.tenant = TestTenant.create(platform);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String wanted = String.join(" ", arguments).strip();
        List<Integer> counts = List.of((wanted.isEmpty() ? "5 500" : wanted).split(" +")).stream()
                .map(Integer::valueOf)
                .toList();
        try (Platform platform = Platform.prepare()) {
            platform.up();
            ManyPluginsBench bench = new ManyPluginsBench(platform);
            List<String[]> rows = new ArrayList<>();
            for (int count : counts) {
                rows.add(bench.row(count));
            }
            Table.print(List.of("plugins", "guarded calls", "up again, after down"), rows);
        }
        System.exit(0);
    }

    private String[] row(int count) {
        while (published < count) {
            publish("many" + published);
            published++;
        }
        Figures start = Figures.of(starts());
        Load load = new Load(platform.url().resolve("/api/plugins/many0/version"), platform.token(tenant.admin()));
        load.perSecond(WARM_UP_MILLIS, CONNECTIONS);
        List<Double> turns = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            turns.add(load.perSecond(TURN_MILLIS, CONNECTIONS));
        }
        return new String[] {Integer.toString(count), Figures.of(turns).text("/s"), start.text("ms")};
    }

    private void publish(String id) {
        platform.boss().upload(Probe.version(id, "1.0.0").build(folder)).expect(201);
        tenant.client(platform).post(tenant.plugin(id) + "/install", Map.of()).expect(201);
    }

    private List<Double> starts() {
        List<Double> times = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            platform.run("down");
            long begin = System.nanoTime();
            platform.up();
            times.add((System.nanoTime() - begin) / 1e6);
        }
        return times;
    }
}

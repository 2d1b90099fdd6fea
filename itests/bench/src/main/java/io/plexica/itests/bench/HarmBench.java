package io.plexica.itests.bench;

import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a plugin that misbehaves in one tenant does to a neighbour: the CRM of another tenant is read at a constant and moderate
 * rate, in turns with and without the harm. The ratio is taken within each pair of turns.
 */
public final class HarmBench {

    private static final int PER_SECOND = 200;
    private static final int CONNECTIONS = 4;
    private static final long WARM_UP_MILLIS = 15_000;
    private static final long SETTLE_MILLIS = 300;
    private static final long TURN_MILLIS = 4_000;
    private static final int TURNS = 5;

    private final Platform platform;
    private final TestTenant neighbour;
    private final TestTenant host;
    private final String contact;
    private final Path folder = TestFolders.create("bench");

    private HarmBench(Platform platform) {
        this.platform = platform;
        this.neighbour = TestTenant.create(platform);
        this.host = TestTenant.create(platform);
        Http admin = neighbour.client(platform);
        admin.post(neighbour.plugin("crm") + "/install", Map.of()).expect(201);
        this.contact = admin.post("/api/plugins/crm/contacts", Map.of("name", "Ada Lovelace"))
                .expect(201)
                .at("/id");
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        try (Platform platform = Platform.prepare()) {
            platform.up();
            HarmBench bench = new HarmBench(platform);
            bench.load().perSecond(WARM_UP_MILLIS, CONNECTIONS);
            List<String[]> rows = new ArrayList<>();
            for (Harm harm : Harm.ALL) {
                if (String.join("", arguments).isBlank() || List.of(arguments).contains(harm.path())) {
                    rows.add(bench.row(harm));
                }
            }
            Table.print(
                    List.of(
                            "a plugin that",
                            "p50 calm",
                            "p50 control",
                            "p50 harm",
                            "harm / control",
                            "p99 calm",
                            "p99 control",
                            "p99 harm",
                            "harm / control"),
                    rows);
        }
        System.exit(0);
    }

    private Load load() {
        return new Load(
                platform.url().resolve("/api/plugins/crm/contacts/" + contact), platform.token(neighbour.admin()));
    }

    private String[] row(Harm harm) throws Exception {
        Load load = load();
        Http client = host.client(platform);
        // Each by a plugin of its own, so that none is stopped for what another did.
        platform.boss().upload(Harm.plugin(harm.path()).build(folder)).expect(201);
        client.post(host.plugin(harm.path()) + "/install", Map.of()).expect(201);
        beside(harm.begin(client), load);
        List<Figures> calm = new ArrayList<>();
        List<Figures> control = new ArrayList<>();
        List<Figures> harmed = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            calm.add(turn(load));
            if (turn % 2 == 0) {
                control.add(beside(harm.beginControl(client), load));
                harmed.add(beside(harm.begin(client), load));
            } else {
                harmed.add(beside(harm.begin(client), load));
                control.add(beside(harm.beginControl(client), load));
            }
        }
        return new String[] {
            harm.name(),
            at(0.50, calm).fine("ms"),
            at(0.50, control).fine("ms"),
            at(0.50, harmed).fine("ms"),
            ratio(0.50, control, harmed).ratio(),
            at(0.99, calm).fine("ms"),
            at(0.99, control).fine("ms"),
            at(0.99, harmed).fine("ms"),
            ratio(0.99, control, harmed).ratio()
        };
    }

    private static Figures beside(AutoCloseable running, Load load) throws Exception {
        try (running) {
            return turn(load);
        }
    }

    /** What goes before has its end, and what goes with it has its beginning, in a while that does not count. */
    private static Figures turn(Load load) {
        load.atRate(PER_SECOND, SETTLE_MILLIS, CONNECTIONS);
        return Figures.of(load.atRate(PER_SECOND, TURN_MILLIS, CONNECTIONS));
    }

    private static Figures at(double part, List<Figures> turns) {
        return Figures.of(turns.stream().map(turn -> turn.at(part)).toList());
    }

    private static Figures ratio(double part, List<Figures> calm, List<Figures> harmed) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < calm.size(); turn++) {
            ratios.add(harmed.get(turn).at(part) / calm.get(turn).at(part));
        }
        return Figures.of(ratios);
    }
}

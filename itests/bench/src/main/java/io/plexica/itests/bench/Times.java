package io.plexica.itests.bench;

import io.plexica.itests.machine.TestFolders;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** How long single things take. */
final class Times {

    private static final int ROUNDS = 10;
    private static final long LOOK_AGAIN_NANOS = 5_000_000;
    private static final int OK = 200;

    private final Platform platform;

    Times(Platform platform) {
        this.platform = platform;
    }

    Figures provisioning() {
        return millis(ROUNDS, round -> TestTenant.create(platform));
    }

    Figures dropToFirstAnswer() {
        List<Path> jars = jars("drop");
        return millis(ROUNDS, round -> {
            Path jar = jars.get(round);
            try {
                Path half = Files.copy(jar, platform.deploy().resolve(jar.getFileName() + ".tmp"));
                Files.move(half, platform.deploy().resolve(jar.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            untilAnswered("drop" + round);
        });
    }

    Figures uploadToFirstAnswer() {
        List<Path> jars = jars("load");
        Http boss = platform.boss();
        return millis(ROUNDS, round -> {
            boss.upload(jars.get(round)).expect(201);
            untilAnswered("load" + round);
        });
    }

    /** By a coordinate, from a folder that is the platform's one repository. */
    Figures fetchToFirstAnswer(Path repository) {
        for (Path jar : jars("mvn")) {
            String id = jar.getFileName().toString().replaceFirst("-.*", "");
            try {
                Path place = Files.createDirectories(repository.resolve("com/example/" + id + "/1.0.0"));
                Files.copy(jar, place.resolve(id + "-1.0.0.jar"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Http boss = platform.boss();
        return millis(ROUNDS, round -> {
            String id = "mvn" + round;
            boss.post("/api/v1/plugins", Map.of("url", "mvn:com.example/" + id + "/1.0.0"))
                    .expect(201);
            untilAnswered(id);
        });
    }

    Figures start(int rounds) {
        return millis(rounds, round -> platform.up(), () -> platform.run("down"));
    }

    private void untilAnswered(String id) {
        Http nobody = platform.http();
        while (nobody.get("/api/plugins/" + id + "/open").status() != OK) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static List<Path> jars(String prefix) {
        Path folder = TestFolders.create("bench");
        List<Path> jars = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            PluginJar plugin = Probe.version(prefix + round, "1.0.0");
            jars.add(plugin.build(folder));
        }
        return jars;
    }

    private static Figures millis(int rounds, IntConsumer work) {
        return millis(rounds, work, () -> {});
    }

    private static Figures millis(int rounds, IntConsumer work, Runnable before) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            before.run();
            long begin = System.nanoTime();
            work.accept(round);
            times.add((System.nanoTime() - begin) / 1e6);
        }
        return Figures.of(times);
    }
}

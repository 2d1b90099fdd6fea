package io.plexica.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** One start, one fault after the other while people work, and one verdict. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultsIT {

    private static final long SEED = 20_261_128;

    private Site site;
    private Caller caller;
    private Workload workload;

    @BeforeAll
    void startTheFirstNode() {
        site = new Site();
        caller = new Caller(site);
    }

    @AfterAll
    void stopAll() throws IOException {
        if (site == null) {
            return;
        }
        try (Site closing = site) {
            Path folder = Files.createDirectories(Path.of("target", "logs"));
            for (SiteNode node : closing.nodes()) {
                Files.writeString(
                        folder.resolve(node + ".log"), node.platform().logs().everything());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> every_promise_is_kept_although() {
        Stream<DynamicTest> begin =
                Stream.of(test(Faults.first()), DynamicTest.dynamicTest("people work", this::begin));
        Stream<DynamicTest> faults = Faults.essential().stream().map(this::test);
        return Stream.of(begin, faults, Stream.of(DynamicTest.dynamicTest("all is quiet again", this::judge)))
                .flatMap(tests -> tests);
    }

    private DynamicTest test(Fault fault) {
        return DynamicTest.dynamicTest(fault.name(), () -> fault.deed().run(site, caller));
    }

    private void begin() {
        workload = new Workload(site, caller, SEED);
    }

    private void judge() {
        workload.close();
        Verdict verdict = Verdict.on(site);
        System.out.println(verdict.summary());
        assertThat(verdict.violations()).isEmpty();
    }
}

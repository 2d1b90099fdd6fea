package io.plexica.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.faults.history.Intent;
import io.plexica.itests.support.TestTenant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One start, one fault after the other while people work, and one verdict. */
@ExtendWith(SiteExtension.class)
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultsIT {

    private static final long SEED = 20_261_128;

    private final Site site;
    private final Caller caller;
    private Workload workload;

    FaultsIT(Site site, Caller caller) {
        this.site = site;
        this.caller = caller;
    }

    @TestFactory
    Stream<DynamicTest> every_promise_is_kept_although() {
        Stream<DynamicTest> begin = Stream.of(
                test(Faults.first()),
                DynamicTest.dynamicTest("nodes count calls together", this::countTogether),
                DynamicTest.dynamicTest("nodes forget together", this::forgetTogether),
                DynamicTest.dynamicTest("people work", this::begin));
        Stream<DynamicTest> faults = Faults.essential().stream().map(this::test);
        return Stream.of(begin, faults, Stream.of(DynamicTest.dynamicTest("all is quiet again", this::judge)))
                .flatMap(tests -> tests);
    }

    private DynamicTest test(Fault fault) {
        return DynamicTest.dynamicTest(fault.name(), () -> fault.deed().run(site, caller));
    }

    /** With one Redis, each call is counted once, whichever node it comes to. */
    private void countTogether() {
        String token = site.one().platform().token(site.tenants().get(1).admin());
        long left = left(site.one(), token);
        for (int i = 1; i <= 10; i++) {
            assertThat(left(site.nodes().get(i % 2), token)).isEqualTo(left - i);
        }
    }

    private static long left(SiteNode node, String token) {
        return Long.parseLong(node.platform()
                .http()
                .as(token)
                .get("/api/v1/auth/me")
                .expect(200)
                .header("RateLimit-Remaining"));
    }

    /** What a node keeps in its own memory of what Redis has, it gives up when the other one changes it. */
    private void forgetTogether() {
        TestTenant tenant = site.tenants().get(1);
        site.nodes().forEach(node -> Health.until(node, "cache", "hearsNodes", "true"));
        for (int i = 1; i <= 5; i++) {
            long version = caller.call(site.nodes().get(i % 2), tenant, Intent.KEEP, "shared")
                    .version();
            for (SiteNode node : site.nodes()) {
                Site.soon()
                        .alias(node + " reads change " + version)
                        .until(() ->
                                caller.call(node, tenant, Intent.READ, "shared").version() == version);
            }
        }
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

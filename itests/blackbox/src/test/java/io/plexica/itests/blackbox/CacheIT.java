package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CacheIT {

    private static final String NUMBERS = """
            package {{package}};
            import io.plexica.api.cache.*;
            interface Numbers {
                @Cacheable(Lifetime.LIST)
                java.util.List<Integer> upTo(int n);
                @Evicts("Numbers.*")
                void change();
            }
            """;

    private static final String RESOURCE = """
            package {{package}};
            import io.plexica.api.cache.Cache;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.stream.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Counting.class) @PlexicaResource @Path("/") @Produces("application/json")
            public class Counting {
                private final AtomicInteger worked = new AtomicInteger();
                private final Cache cache;
                private final Numbers numbers;
                public record Figure(String key, int worked) {}
                @Activate public Counting(@Reference Cache cache) {
                    this.cache = cache;
                    this.numbers = cache.caching(Numbers.class, new Numbers() {
                        public List<Integer> upTo(int n) {
                            int first = worked.incrementAndGet();
                            return IntStream.range(first, first + n).boxed().collect(Collectors.toList());
                        }
                        public void change() {}
                    });
                }
                @GET @Path("figure/{key}") @Authenticated
                public Figure figure(@PathParam("key") String key) {
                    return cache.remember(key, Figure.class, Duration.ofMinutes(5),
                            () -> new Figure(key, worked.incrementAndGet()));
                }
                @GET @Path("numbers") @Authenticated
                public List<Integer> numbers() { return numbers.upTo(2); }
                @POST @Path("change") @Authenticated
                public void change() { numbers.change(); }
                @DELETE @Path("figure/{key}") @Authenticated
                public void evict(@PathParam("key") String key) { cache.evict(key); }
            }
            """;

    private final Platform platform;
    private final String id = Published.freshId();
    private TestTenant tenant;
    private TestTenant neighbour;

    CacheIT(Platform platform) {
        this.platform = platform;
    }

    /** A plugin that remembers what it worked out, and counts how often it did. */
    static PluginJar counting(String id) {
        return PluginJar.of(id, "1.0.0").source("Numbers", NUMBERS).source("Counting", RESOURCE);
    }

    @BeforeAll
    void installForTwoTenants() {
        Published.upload(platform, counting(id));
        tenant = TestTenant.create(platform);
        neighbour = TestTenant.create(platform);
        Published.install(platform, tenant, id);
        Published.install(platform, neighbour, id);
    }

    @Test
    void a_tenant_gets_what_it_was_told_before_until_somebody_makes_forget() {
        Http mine = tenant.client(platform);
        Http theirs = neighbour.client(platform);
        String first = figure(mine, "a");
        assertThat(figure(mine, "a")).isEqualTo(first);
        assertThat(figure(mine, "b")).isNotEqualTo(first);
        assertThat(figure(theirs, "a")).isNotEqualTo(first);

        mine.delete("/api/plugins/" + id + "/figure/a").expect(204);
        String second = figure(mine, "a");
        assertThat(second).isNotEqualTo(first);
        platform.shell().run("cache:evict " + tenant.slug() + " " + id);
        assertThat(figure(mine, "a")).isNotEqualTo(second);
    }

    @Test
    void marked_methods_remember_their_answers() {
        Http mine = tenant.client(platform);
        String numbers = mine.get("/api/plugins/" + id + "/numbers").expect(200).text();
        assertThat(mine.get("/api/plugins/" + id + "/numbers").expect(200).text())
                .isEqualTo(numbers);
        mine.post("/api/plugins/" + id + "/change", Map.of()).expect(204);
        assertThat(mine.get("/api/plugins/" + id + "/numbers").expect(200).text())
                .isNotEqualTo(numbers);
    }

    @Test
    void operators_see_where_things_are_kept() {
        figure(tenant.client(platform), "seen");
        String stats = platform.shell().run("cache:stats");
        assertThat(List.of("kind", "entries", "hits", "misses"))
                .allSatisfy(name -> assertThat(stats).contains(name));
        assertThat(platform.boss()
                        .get("/health")
                        .expect(200)
                        .json()
                        .at("/checks/cache/healthy")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void operators_make_forget_over_rest_too() {
        Http mine = tenant.client(platform);
        Http boss = platform.boss();
        String first = figure(mine, "rest");
        assertThat(boss.get("/api/v1/cache").expect(200).at("/kind")).isEqualTo("memory");

        boss.post("/api/v1/cache/evict", Map.of("tenant", neighbour.slug())).expect(204);
        boss.post("/api/v1/cache/evict", Map.of("tenant", tenant.slug(), "plugin", "other"))
                .expect(204);
        assertThat(figure(mine, "rest")).isEqualTo(first);
        boss.post("/api/v1/cache/evict", Map.of("tenant", tenant.slug(), "plugin", id, "pattern", "*"))
                .expect(204);
        assertThat(figure(mine, "rest")).isNotEqualTo(first);

        boss.post("/api/v1/cache/evict", Map.of())
                .refused(400, "validation-failed")
                .pointsAt("/tenant");
        boss.post("/api/v1/cache/evict", Map.of("tenant", tenant.slug(), "plugin", "a:b", "pattern", ""))
                .refused(400, "validation-failed")
                .pointsAt("/plugin", "/pattern");
        boss.post("/api/v1/cache/evict", Map.of("tenant", "nobody-here")).refused(404, "not-found");
        mine.get("/api/v1/cache").refused(403, "permission-denied");
        mine.post("/api/v1/cache/evict", Map.of("tenant", tenant.slug())).refused(403, "permission-denied");
        platform.http().get("/api/v1/cache").refused(401, "unauthenticated");
        assertThat(mine.get("/api/v1/audit-log?action=core.cache.evicted")
                        .expect(200)
                        .text())
                .contains(tenant.slug() + ":" + id + ":*");
    }

    private String figure(Http http, String key) {
        return http.get("/api/plugins/" + id + "/figure/" + key).expect(200).at("/worked");
    }
}

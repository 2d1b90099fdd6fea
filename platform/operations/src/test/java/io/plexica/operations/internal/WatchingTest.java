package io.plexica.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.operations.internal.rest.OperationResource;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Status;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.EventStream;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchingTest extends OperationsTest {

    private static final Principal BOB = new Principal(UUID.randomUUID(), "bob@example.com", null, null, false);
    private Node node;
    private OperationResource resource;

    @BeforeEach
    void start() {
        node = new Node(SETTINGS);
        resource = new OperationResource(node.service, node.watchers, new FewTenants());
        tenant("acme");
        tenant("globex");
    }

    @Test
    void a_stream_begins_with_the_present_follows_on_every_node_and_ends() {
        CountDownLatch goOn = new CountDownLatch(1);
        Operation begun = node.start(progress -> {
            progress.report(10, "one", null);
            OperationsTest.hold(goOn);
            progress.report(60, "two", null);
            return "done";
        });
        FakeSink here = new FakeSink();
        FakeSink elsewhere = new FakeSink();
        Node other = new Node(SETTINGS);
        node.watchers.stream(row(begun.id())).open(here);
        other.watchers.stream(row(begun.id())).open(elsewhere);
        await().until(() -> !here.events.isEmpty() && !elsewhere.events.isEmpty());

        goOn.countDown();

        for (FakeSink sink : new FakeSink[] {here, elsewhere}) {
            await().until(() -> sink.ended);
            assertThat(sink.events.get(0)).isEqualTo("progress");
            assertThat(sink.events.get(sink.events.size() - 1)).isEqualTo("finished");
            assertThat(sink.events.stream().filter("finished"::equals)).hasSize(1);
            assertThat(sink.states.get(sink.states.size() - 1).result().asText())
                    .isEqualTo("done");
            assertThat(sink.states).extracting(OperationJson::progress).isSorted();
        }
        assertThat(node.watchers.size()).isZero();
    }

    @Test
    void a_stream_of_what_has_ended_says_so_and_ends() {
        UUID id = node.ended(node.start(progress -> null).id()).id();
        FakeSink sink = new FakeSink();

        node.watchers.stream(row(id)).open(sink);

        await().until(() -> sink.ended);
        assertThat(sink.events).containsExactly("finished");
    }

    @Test
    void who_goes_away_is_forgotten() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Operation begun = node.start(progress -> {
            OperationsTest.hold(goOn);
            return null;
        });
        AutoCloseable stream = node.watchers.stream(row(begun.id())).open(new FakeSink());
        assertThat(node.watchers.size()).isEqualTo(1);

        stream.close();

        assertThat(node.watchers.size()).isZero();
        goOn.countDown();
    }

    @Test
    void whoever_may_no_longer_see_an_operation_watches_it_no_longer() {
        UUID bobs = begin(BOB, "acme");
        EventStream stream = in("acme", ADA, Set.of("core:settings:read"), () -> resource.events(bobs.toString()));

        assertThat(in("acme", ADA, Set.of("core:settings:read"), stream::mayGoOn))
                .isTrue();
        assertThat(in("acme", ADA, Set.of(), stream::mayGoOn)).isFalse();
        assertThat(in("acme", BOB, Set.of(), stream::mayGoOn)).isTrue();
        assertThat(in("globex", BOB, Set.of("core:settings:read"), stream::mayGoOn))
                .isFalse();
    }

    @Test
    void people_of_a_tenant_see_their_own_or_all_of_their_tenants() {
        UUID adas = begin(ADA, "acme");
        UUID bobs = begin(BOB, "acme");
        UUID foreign = begin(BOB, "globex");
        UUID platform = node.start(progress -> null).id();

        assertThat(in("acme", ADA, Set.of(), () -> list())).containsExactly(adas);
        assertThat(in("acme", ADA, Set.of("core:settings:read"), () -> list())).containsExactlyInAnyOrder(adas, bobs);
        assertThat(as(Principal.SYSTEM, () -> list())).containsExactlyInAnyOrder(adas, bobs, foreign, platform);
        assertThat(in("globex", Principal.SYSTEM, Set.of(), () -> list())).containsExactly(foreign);
        assertThat(in("acme", ADA, Set.of(), () -> resource.get(adas.toString()).id()))
                .isEqualTo(adas);
        for (UUID unseen : new UUID[] {bobs, foreign, platform, UUID.randomUUID()}) {
            assertNotFound(() -> in("acme", ADA, Set.of(), () -> resource.get(unseen.toString())));
            assertNotFound(() -> in("acme", ADA, Set.of(), () -> resource.events(unseen.toString())));
        }
        assertNotFound(() -> in("acme", ADA, Set.of(), () -> resource.get("nonsense")));
        assertThat(as(ADA, () -> list())).isEmpty();
    }

    @Test
    void who_administers_the_platform_finds_what_they_began_whatever_tenant_they_name() {
        UUID made = about("initech");

        assertThat(in(
                        "acme",
                        Principal.SYSTEM,
                        Set.of(),
                        () -> resource.get(made.toString()).id()))
                .isEqualTo(made);
        assertThat(in(
                        "acme",
                        Principal.SYSTEM,
                        Set.of(),
                        () -> resource.events(made.toString()).mayGoOn()))
                .isTrue();
        assertThat(in("acme", Principal.SYSTEM, Set.of(), () -> list())).isEmpty();
        Principal other = new Principal(UUID.randomUUID(), "root@example.com", null, null, true);
        assertNotFound(() -> in("acme", other, Set.of(), () -> resource.get(made.toString())));
        assertThat(as(other, () -> resource.get(made.toString()).id())).isEqualTo(made);
    }

    @Test
    void a_deployment_for_one_tenant_shows_no_work_of_others_or_about_others() {
        resource = new OperationResource(node.service, node.watchers, new FewTenants().pin("acme"));
        UUID adas = begin(ADA, "acme");
        UUID made = about("acme");
        UUID platform = node.start(progress -> null).id();
        UUID foreign = begin(BOB, "globex");
        UUID foreignMade = about("globex");

        assertThat(as(Principal.SYSTEM, () -> list())).containsExactlyInAnyOrder(adas, made, platform);
        for (UUID unseen : new UUID[] {foreign, foreignMade}) {
            assertNotFound(() -> as(Principal.SYSTEM, () -> resource.get(unseen.toString())));
        }
        assertThat(in("acme", ADA, Set.of("core:settings:read"), () -> list())).containsExactly(adas);
    }

    @Test
    void lists_can_be_narrowed_and_sorted_and_refuse_nonsense() {
        node.ended(node.start(progress -> null).id());
        UUID failed = node.ended(node.start(progress -> {
                            throw new IllegalStateException("no");
                        })
                        .id())
                .id();

        Page<OperationJson> page = as(
                Principal.SYSTEM,
                () -> resource.list("FAILED", "test.work", new PageQuery(null, "1", "-startedAt", "work")));

        assertThat(page.items()).extracting(OperationJson::id).containsExactly(failed);
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items().get(0).status()).isEqualTo(Status.FAILED);
        assertThatThrownBy(() -> as(Principal.SYSTEM, () -> resource.list("zzz", null, new PageQuery())))
                .hasMessage("/status must be one of RUNNING, SUCCEEDED, FAILED, CANCELLED");
        assertThatThrownBy(() ->
                        as(Principal.SYSTEM, () -> resource.list(null, null, new PageQuery(null, null, "node", null))))
                .hasMessageContaining("/sort");
    }

    private OperationRow row(UUID id) {
        return as(Principal.SYSTEM, () -> node.service.get(id, Viewer.current(null)));
    }

    private UUID begin(Principal starter, String slug) {
        Operation begun = as(starter, () -> node.service.start("test.work", slug, progress -> null));
        return node.ended(begun.id()).id();
    }

    private UUID about(String slug) {
        Operation begun = as(Principal.SYSTEM, () -> node.service.startAbout("test.make", slug, progress -> null));
        return node.ended(begun.id()).id();
    }

    private java.util.List<UUID> list() {
        return resource.list(null, null, new PageQuery()).items().stream()
                .map(OperationJson::id)
                .toList();
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private static <T> T in(String slug, Principal principal, Set<String> keys, Callable<T> work) {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId())
                .inTenant(tenant)
                .as(principal, new Held(keys));
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Held(Set<String> keys) implements Grants {

        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public boolean covers(String key) {
            return keys.contains(key);
        }
    }
}

package io.plexica.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.api.storage.ObjectSummary;
import io.plexica.api.storage.StoredObject;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.spi.storage.ObjectStore;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.TenantStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginObjectsTest {

    private static final String TYPE = "text/plain";
    private static final StorageSettings SETTINGS = new StorageSettings(
            "file", new StorageBounds(20, Map.of("free", 30L, "pro", 60L)), URI.create("http://localhost"));

    private final MemoryStore store = new MemoryStore();
    private final FewTenants tenants = new FewTenants();
    private final Engines engines = new Engines(SETTINGS, new StorageMeters());
    private final Tenant acme = tenants.add("acme", "enterprise");
    private final Tenant globex = tenants.add("globex", "free");
    private PluginObjects shelf;
    private Usages usages;

    @BeforeEach
    void fill() {
        engines.add(store, Map.of(ObjectStore.ENGINE, "file"));
        Buckets buckets = new Buckets(engines, tenants);
        usages = new Usages(buckets, SETTINGS);
        LinkKey key = new LinkKey(new FixedSecrets(Optional.of("x".repeat(24))));
        shelf = new PluginObjects(buckets, usages, new Links(key, SETTINGS.publicUrl(), Clock.systemUTC()));
    }

    @Test
    void eachPluginOfEachTenantHasItsOwn() throws IOException {
        put(acme, "crm", "a", "one");
        put(acme, "crmx", "a", "two");
        put(globex, "crm", "a", "three");

        assertThat(text(acme, "crm", "a")).isEqualTo("one");
        assertThat(text(acme, "crmx", "a")).isEqualTo("two");
        assertThat(text(globex, "crm", "a")).isEqualTo("three");
        assertThat(store.buckets.keySet()).containsExactly("tenant-acme", "tenant-globex");
        assertThat(shelf.list(acme, "crm", "", null, 10).items())
                .extracting(ObjectSummary::path)
                .containsExactly("a");
        shelf.delete(acme, "crm", "a");
        assertThat(shelf.head(acme, "crm", "a")).isEmpty();
        assertThat(shelf.head(acme, "crmx", "a")).isPresent();
    }

    @Test
    void aPartIsReadUnlessTheObjectHasBecomeAnother() throws IOException {
        put(acme, "crm", "a", "hello");
        StoredObject object = shelf.head(acme, "crm", "a").orElseThrow();

        try (ObjectContent part = shelf.part(acme, "crm", object, 1, 3).orElseThrow()) {
            assertThat(new String(part.stream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("ell");
            assertThat(part.object()).isEqualTo(object);
        }
        try (ObjectContent part = shelf.part(acme, "crm", object, 3, 4).orElseThrow()) {
            assertThatThrownBy(() -> part.stream().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("2 bytes are missing");
        }
        put(acme, "crm", "a", "other");
        assertThat(shelf.part(acme, "crm", object, 1, 3)).isEmpty();
        shelf.delete(acme, "crm", "a");
        assertThat(shelf.part(acme, "crm", object, 1, 3)).isEmpty();
    }

    @Test
    void aTenantThatIsOnItsWayOutGetsNoBucketAnyMore() {
        tenants.status("going", TenantStatus.PENDING_DELETION);
        Tenant going = tenants.find("going").orElseThrow();

        refused(ErrorCode.NOT_FOUND, () -> put(going, "crm", "a", "one"));
        assertThat(store.buckets).isEmpty();
    }

    @Test
    void aTenantFromBeforeGetsItsBucketWithItsFirstObject() throws IOException {
        put(acme, "crm", "a", "one");
        store.buckets.clear();

        assertThat(shelf.head(acme, "crm", "a")).isEmpty();
        put(acme, "crm", "a", "two");
        assertThat(text(acme, "crm", "a")).isEqualTo("two");
    }

    @Test
    void aBucketThatGoesWhileAnObjectIsWrittenLeavesNothingOfIt() {
        put(acme, "crm", "a", "one");
        store.buckets.clear();

        refused(ErrorCode.UNAVAILABLE, () -> put(acme, "crm", "b", "two"));
        assertThat(shelf.head(acme, "crm", "b")).isEmpty();
    }

    @Test
    void whatIsWrittenAtOnceSharesTheRoomThatIsLeft() {
        InputStream slow = new ByteArrayInputStream(new byte[20]) {
            @Override
            public synchronized int read(byte[] buffer, int from, int count) {
                if (available() == 0) {
                    refused(ErrorCode.PLAN_REQUIRED, () -> put(globex, "crm", "b", "x".repeat(11)));
                    put(globex, "crm", "c", "x".repeat(10));
                }
                return super.read(buffer, from, count);
            }
        };

        shelf.put(globex, "crm", "a", slow, "text/plain", Map.of());

        assertThat(usages.of(globex).bytes()).isEqualTo(30);
        shelf.delete(globex, "crm", "a");
        put(globex, "crm", "d", "x".repeat(20));
    }

    @Test
    void thereIsABoundForEachObjectAndForEachPlan() {
        refused(ErrorCode.PAYLOAD_TOO_LARGE, () -> put(acme, "crm", "a", "x".repeat(21)));
        put(acme, "crm", "a", "x".repeat(20));
        put(globex, "crm", "a", "x".repeat(20));
        put(globex, "crm", "a", "x".repeat(10));
        put(globex, "crm", "b", "x".repeat(20));
        refused(ErrorCode.PLAN_REQUIRED, () -> put(globex, "crm", "c", "x"));
        assertThatExceptionOfType(PlexicaException.class)
                .isThrownBy(() -> put(globex, "crm", "c", "x"))
                .satisfies(
                        refusal -> assertThat(refusal.extensions().get("plans")).isEqualTo(java.util.List.of("pro")));
        shelf.delete(globex, "crm", "b");
        put(globex, "crm", "c", "x");

        Usage usage = usages.of(globex);
        assertThat(usage.bytes()).isEqualTo(11);
        assertThat(usage.limit()).isEqualTo(30);
        assertThat(usage.plugins()).containsOnlyKeys("crm");
    }

    @Test
    void whatGoesWithAPluginIsThatPluginsAlone() {
        put(acme, "crm", "a", "one");
        put(acme, "crm", "b/c", "one");
        put(acme, "crmx", "a", "two");

        shelf.deleteAll("acme", "crm");

        assertThat(shelf.list(acme, "crm", "", null, 10).items()).isEmpty();
        assertThat(shelf.head(acme, "crmx", "a")).isPresent();
    }

    @Test
    void bytesThatAreNotWhatWasWrittenAreNotGivenOut() throws IOException {
        put(acme, "crm", "a", "hello");
        MemoryStore.Entry entry = store.buckets.get("tenant-acme").get("crm/a");
        entry.bytes()[0] = 'j';

        try (ObjectContent content = shelf.get(acme, "crm", "a").orElseThrow()) {
            assertThatThrownBy(() -> content.stream().readAllBytes()).hasMessageContaining("digest");
        }
    }

    @Test
    void anEngineThatIsDownOrMissingIsUnavailableForAWhile() {
        put(acme, "crm", "a", "one");
        StorageHealth health = new StorageHealth(engines, SETTINGS);
        assertThat(health.check().healthy()).isTrue();
        store.down = true;

        refused(ErrorCode.UNAVAILABLE, () -> shelf.get(acme, "crm", "a"));
        refused(ErrorCode.UNAVAILABLE, () -> put(acme, "crm", "a", "two"));
        assertThat(health.check().error()).isEqualTo("it is down");
        engines.remove(store, Map.of(ObjectStore.ENGINE, "file"));
        refused(ErrorCode.UNAVAILABLE, () -> shelf.head(acme, "crm", "a"));
        assertThat(health.check().error()).contains("'file' is not there");
    }

    @Test
    void callersWhoBreakOffAreNoFailureOfTheEngine() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> shelf.put(acme, "crm", "a", broken, TYPE, Map.of()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aStepMakesAndRemovesTheBucket() {
        StorageStep step = new StorageStep(engines);
        TenantSpec spec = new TenantSpec(acme.id(), "acme", "Acme", "free", null);
        step.apply(spec);
        step.apply(spec);
        put(acme, "crm", "a", "one");
        step.undo(spec);
        step.undo(spec);
        assertThat(store.buckets).isEmpty();
    }

    @Test
    void linksLeadThroughThePlatformWhereTheEngineHasNone() {
        assertThat(shelf.presign(acme, "crm", "a b", Duration.ofHours(1), Method.GET))
                .hasPath("/t/acme/api/v1/files/crm/a b");
        refused(ErrorCode.VALIDATION_FAILED, () -> shelf.presign(acme, "crm", "a", Duration.ofDays(8), Method.GET));
    }

    private StoredObject put(Tenant tenant, String plugin, String path, String text) {
        return shelf.put(
                tenant, plugin, path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), TYPE, Map.of());
    }

    private String text(Tenant tenant, String plugin, String path) throws IOException {
        try (ObjectContent content = shelf.get(tenant, plugin, path).orElseThrow()) {
            return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(PlexicaException.class)
                .isThrownBy(call)
                .extracting(PlexicaException::code)
                .isEqualTo(code);
    }
}

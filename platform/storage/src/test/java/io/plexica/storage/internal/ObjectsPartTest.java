package io.plexica.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.storage.StoredObject;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.storage.ObjectStore;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObjectsPartTest {

    private static final String FROM = "tenant-acme";
    private static final String TO = "tenant-other";
    private static final StorageSettings SETTINGS =
            new StorageSettings("file", new StorageBounds(20, Map.of()), URI.create("http://localhost"));

    private final MemoryStore store = new MemoryStore();
    private final FewTenants tenants = new FewTenants();
    private final Tenant acme = tenants.add("acme", "pro");
    private final TenantSpec other = new TenantSpec(acme.id(), "other", "Other", "pro", null);
    private final ByteArrayOutputStream entry = new ByteArrayOutputStream();
    private ObjectsPart part;

    @BeforeEach
    void fill() throws IOException {
        Engines engines = new Engines(SETTINGS, new StorageMeters());
        engines.add(store, Map.of(ObjectStore.ENGINE, "file"));
        part = new ObjectsPart(engines, new Buckets(engines, tenants));
        store.createBucket(FROM);
        store.createBucket(TO);
    }

    @Test
    void allObjectsComeBackWithWhatIsKnownOfThem() throws IOException {
        for (int i = 0; i < 1_100; i++) {
            put("crm/many/" + i, "n" + i);
        }
        put("crm/é/1", "");
        put("notes/x", "more than an object may have here");

        part.write(acme, nothing(), new One());
        part.restore(other, new Back(entry.toByteArray()));

        assertThat(store.list(TO, "", null, 1_000).items()).hasSize(1_000);
        StoredObject x = store.head(TO, "notes/x").orElseThrow();
        StoredObject before = store.head(FROM, "notes/x").orElseThrow();
        assertThat(x.sha256()).isEqualTo(before.sha256());
        assertThat(x.contentType()).isEqualTo("text/plain");
        assertThat(x.metadata()).isEqualTo(Map.of("by", "ada"));
        assertThat(store.head(TO, "crm/é/1").orElseThrow().size()).isZero();
        assertThat(store.head(TO, "crm/many/1099")).isPresent();
    }

    @Test
    void whatIsNotAsItWasWrittenIsRefused() throws IOException {
        put("crm/a", "some text");
        part.write(acme, nothing(), new One());
        byte[] whole = entry.toByteArray();
        byte[] changed = whole.clone();
        changed[whole.length - 2]++;

        assertThatThrownBy(() -> part.restore(other, new Back(changed))).hasMessageContaining("is not what it was");
        for (byte[] bytes : List.of(
                Arrays.copyOf(whole, whole.length - 3),
                Arrays.copyOf(whole, whole.length - 1),
                new byte[] {7},
                new byte[0],
                new byte[] {1, 0, 2, -1, -1})) {
            assertThatThrownBy(() -> part.restore(other, new Back(bytes)))
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
        }
    }

    @Test
    void pathsThatLeadElsewhereAreRefused() throws IOException {
        for (String path :
                new String[] {"crm/../../tenant-globex/x", "../x", "/x", "x", "Crm/x", "crm//x", "crm/a\\b"}) {
            entry.reset();
            ObjectFrames frames = new ObjectFrames(entry);
            frames.write(
                    new StoredObject(path, 1, "text/plain", "0".repeat(64), Instant.EPOCH, Map.of()),
                    new ByteArrayInputStream(new byte[1]));
            frames.end();
            byte[] bytes = entry.toByteArray();
            assertThatThrownBy(() -> part.restore(other, new Back(bytes)))
                    .as(path)
                    .isInstanceOf(PlexicaException.class);
        }
        assertThat(store.list(TO, "", null, 10).items()).isEmpty();
    }

    private void put(String key, String text) throws IOException {
        store.put(
                FROM,
                key,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "text/plain",
                Map.of("by", "ada"));
    }

    private static TenantSnapshot nothing() {
        return (TenantSnapshot) Proxy.newProxyInstance(
                ObjectsPartTest.class.getClassLoader(),
                new Class<?>[] {TenantSnapshot.class},
                (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private final class One implements PartWriter {

        @Override
        public OutputStream entry(String name) {
            return entry;
        }

        @Override
        public void json(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }
    }

    private record Back(byte[] bytes) implements PartReader {

        @Override
        public Optional<InputStream> entry(String name) {
            return Optional.of(new ByteArrayInputStream(bytes));
        }

        @Override
        public <T> Optional<T> json(String name, Class<T> type) {
            return Optional.empty();
        }
    }
}

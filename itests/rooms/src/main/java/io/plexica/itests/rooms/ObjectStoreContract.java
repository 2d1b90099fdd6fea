package io.plexica.itests.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectSummary;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.storage.NoSuchBucketException;
import io.plexica.spi.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine that keeps objects must do; its bundle's tests say only which one. */
public abstract class ObjectStoreContract {

    private static final String TYPE = "text/plain";

    private final String bucket = "tenant-" + UUID.randomUUID().toString().substring(0, 20);
    private ObjectStore store;

    /** The engine, ready for use. */
    protected abstract ObjectStore store() throws IOException;

    @BeforeEach
    void createTheBucket() throws IOException {
        store = store();
        store.createBucket(bucket);
    }

    @AfterEach
    void removeTheBucket() throws IOException {
        store.removeBucket(bucket);
    }

    @Test
    void anObjectIsReadAsItWasWritten() throws IOException {
        Instant begin = Instant.now();
        StoredObject written = store.put(
                bucket, "crm/a.txt", stream("hello"), TYPE, Map.of("author", "Zoë 100% + one", "kind", "note"));

        assertThat(written.size()).isEqualTo(5);
        assertThat(written.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        try (ObjectContent content = store.get(bucket, "crm/a.txt").orElseThrow()) {
            assertThat(text(content)).isEqualTo("hello");
            assertThat(content.object().path()).isEqualTo("crm/a.txt");
            assertThat(content.object().size()).isEqualTo(5);
            assertThat(content.object().contentType()).isEqualTo(TYPE);
            assertThat(content.object().sha256()).isEqualTo(written.sha256());
            assertThat(content.object().metadata()).isEqualTo(Map.of("author", "Zoë 100% + one", "kind", "note"));
            assertThat(content.object().modifiedAt())
                    .isBetween(begin.minus(Duration.ofSeconds(5)), begin.plus(Duration.ofMinutes(1)));
        }
        assertThat(store.head(bucket, "crm/a.txt"))
                .get()
                .extracting(StoredObject::size, StoredObject::sha256)
                .containsExactly(5L, written.sha256());
    }

    @Test
    void whatIsNotThereIsEmptyAndCanBeDeleted() throws IOException {
        assertThat(store.get(bucket, "crm/none")).isEmpty();
        assertThat(store.head(bucket, "crm/none")).isEmpty();
        store.delete(bucket, "crm/none");
        assertThat(store.list(bucket, "", null, 10).items()).isEmpty();
    }

    @Test
    void anObjectMayBeEmptyOrLarge() throws IOException {
        byte[] large = new byte[5_000_003];
        new Random(1).nextBytes(large);
        store.put(bucket, "crm/empty", stream(""), TYPE, Map.of());
        store.put(bucket, "crm/large", new ByteArrayInputStream(large), TYPE, Map.of());

        try (ObjectContent empty = store.get(bucket, "crm/empty").orElseThrow();
                ObjectContent content = store.get(bucket, "crm/large").orElseThrow()) {
            assertThat(empty.stream().readAllBytes()).isEmpty();
            assertThat(content.stream().readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void aPartIsReadWithoutWhatLiesBeforeIt() throws IOException {
        byte[] large = new byte[3_000_003];
        new Random(2).nextBytes(large);
        StoredObject written = store.put(bucket, "crm/large", new ByteArrayInputStream(large), TYPE, Map.of());

        for (int from : new int[] {0, 1, 1_500_000, 2_930_003}) {
            try (ObjectContent part =
                    store.part(bucket, "crm/large", from, 70_000).orElseThrow()) {
                assertThat(part.stream().readAllBytes()).isEqualTo(Arrays.copyOfRange(large, from, from + 70_000));
                assertThat(part.object().size()).isEqualTo(large.length);
                assertThat(part.object().sha256()).isEqualTo(written.sha256());
            }
        }
    }

    @Test
    void aPartHasNoBytesThatTheObjectHasNot() throws IOException {
        store.put(bucket, "crm/a", stream("hello"), TYPE, Map.of());
        store.put(bucket, "crm/empty", stream(""), TYPE, Map.of());

        assertThat(part("crm/a", 3, 100)).isEqualTo("lo");
        assertThat(part("crm/a", 1_000, 10)).isEmpty();
        assertThat(part("crm/empty", 0, 1)).isEmpty();
        assertThat(store.part(bucket, "crm/none", 0, 1)).isEmpty();
        assertThatThrownBy(() -> store.part("tenant-nowhere", "crm/a", 0, 1)).isInstanceOf(NoSuchBucketException.class);
    }

    private String part(String key, long from, long count) throws IOException {
        try (ObjectContent part = store.part(bucket, key, from, count).orElseThrow()) {
            return text(part);
        }
    }

    @Test
    void anObjectThatIsNotReadToItsEndHoldsNothingUp() throws IOException {
        store.put(bucket, "crm/large", new ByteArrayInputStream(new byte[3_000_000]), TYPE, Map.of());
        for (int i = 0; i < 20; i++) {
            try (ObjectContent content = store.get(bucket, "crm/large").orElseThrow()) {
                assertThat(content.stream().read()).isZero();
            }
        }
        assertThat(store.head(bucket, "crm/large")).isPresent();
    }

    @Test
    void anObjectTakesThePlaceOfWhatWasThere() throws IOException {
        store.put(bucket, "crm/a", stream("one"), TYPE, Map.of("old", "1"));
        store.put(bucket, "crm/a", stream("twelve"), "text/html", Map.of());

        StoredObject object = store.head(bucket, "crm/a").orElseThrow();
        assertThat(object.size()).isEqualTo(6);
        assertThat(object.contentType()).isEqualTo("text/html");
        assertThat(object.metadata()).isEmpty();
    }

    @Test
    void keysMayBeginAlikeAndHoldAnyText() throws IOException {
        List<String> keys = List.of(
                "crm/a",
                "crm/b/a",
                "crm/A",
                "crm/a b+c%25&d=e?f#g",
                "crm/Résumé 2026 – 履歴書.pdf",
                "crm/" + "x".repeat(200),
                "crm/" + "É".repeat(100) + "/" + "ü".repeat(100));
        for (String key : keys) {
            store.put(bucket, key, stream(key), TYPE, Map.of());
        }

        for (String key : keys) {
            try (ObjectContent content = store.get(bucket, key).orElseThrow()) {
                assertThat(text(content)).isEqualTo(key);
            }
        }
        assertThat(store.list(bucket, "", null, 100).items())
                .extracting(ObjectSummary::path)
                .containsExactlyInAnyOrderElementsOf(keys);
        store.delete(bucket, "crm/a");
        assertThat(store.head(bucket, "crm/a")).isEmpty();
        assertThat(store.head(bucket, "crm/b/a")).isPresent();
    }

    @Test
    void listsAreOrderedFilteredAndComeInParts() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            wanted.add("crm/in/%02d".formatted(i));
            store.put(bucket, "crm/in/%02d".formatted(i), stream("x".repeat(i)), TYPE, Map.of());
        }
        store.put(bucket, "crm/in-law", stream("no"), TYPE, Map.of());
        store.put(bucket, "crm/other", stream("no"), TYPE, Map.of());
        store.put(bucket, "crmx/in/01", stream("no"), TYPE, Map.of());

        List<ObjectSummary> found = new ArrayList<>();
        String after = null;
        do {
            ObjectPage page = store.list(bucket, "crm/in/", after, 10);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
            found.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(found).extracting(ObjectSummary::path).containsExactlyElementsOf(wanted);
        assertThat(found.get(7).size()).isEqualTo(7);
        assertThat(store.list(bucket, "crm/in/1", null, 10).items()).hasSize(10);
        assertThat(store.list(bucket, "crm/in/", null, 25).next()).isNull();
        assertThat(store.list(bucket, "crm/i", null, 100).items()).hasSize(26);
    }

    @Test
    void aStreamThatBreaksOffLeavesWhatWasThere() throws IOException {
        store.put(bucket, "crm/a", stream("before"), TYPE, Map.of());

        assertThatThrownBy(() -> store.put(bucket, "crm/a", breaking(200_000), TYPE, Map.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.put(bucket, "crm/new", breaking(200_000), TYPE, Map.of()))
                .isInstanceOf(IllegalStateException.class);

        try (ObjectContent content = store.get(bucket, "crm/a").orElseThrow()) {
            assertThat(text(content)).isEqualTo("before");
        }
        assertThat(store.list(bucket, "", null, 10).items())
                .extracting(ObjectSummary::path)
                .containsExactly("crm/a");
    }

    @Test
    void readersNeverSeeAMixture() throws Exception {
        byte[][] versions = {new byte[300_000], new byte[300_000]};
        java.util.Arrays.fill(versions[1], (byte) 1);
        store.put(bucket, "crm/a", new ByteArrayInputStream(versions[0]), TYPE, Map.of());
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> reader = other.submit(() -> {
            while (!stop.get()) {
                try (ObjectContent content = store.get(bucket, "crm/a").orElseThrow()) {
                    assertThat(content.stream().readAllBytes()).isIn((Object[]) versions);
                }
                reading.countDown();
            }
            return null;
        });
        reading.await();
        for (int i = 0; i < 20; i++) {
            store.put(bucket, "crm/a", new ByteArrayInputStream(versions[i % 2]), TYPE, Map.of());
        }
        stop.set(true);
        reader.get();
        other.shutdown();
    }

    @Test
    void bucketsAreMadeAndRemovedAsOftenAsOneLikes() throws IOException {
        store.createBucket(bucket);
        store.put(bucket, "crm/a", stream("a"), TYPE, Map.of());
        store.createBucket(bucket);
        assertThat(store.head(bucket, "crm/a")).isPresent();

        store.removeBucket(bucket);
        store.removeBucket(bucket);
        assertThatThrownBy(() -> store.put(bucket, "crm/a", stream("a"), TYPE, Map.of()))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> store.get(bucket, "crm/a")).isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> store.list(bucket, "", null, 10)).isInstanceOf(NoSuchBucketException.class);

        store.createBucket(bucket);
        assertThat(store.list(bucket, "", null, 10).items()).isEmpty();
    }

    @Test
    void theEngineIsWell() throws IOException {
        store.check();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ObjectContent content) throws IOException {
        return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Zeros, and then a failure of whoever gives them. */
    private static InputStream breaking(int after) {
        return new InputStream() {
            private int given;

            @Override
            public int read() {
                if (given++ >= after) {
                    throw new IllegalStateException("broken off");
                }
                return 0;
            }
        };
    }
}

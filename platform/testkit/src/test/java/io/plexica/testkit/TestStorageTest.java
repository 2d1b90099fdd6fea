package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectStorage.Method;
import io.plexica.api.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestStorageTest {

    private final TestStorage storage = new TestStorage(TestContext.inTenant("acme"));

    @Test
    void objects_are_kept_until_they_are_deleted() throws IOException {
        StoredObject object = storage.put("a/b", stream(3), "a/b", Map.of("n", "1"));

        assertThat(object.size()).isEqualTo(3);
        assertThat(storage.head("a/b")).contains(object);
        try (ObjectContent content = storage.get("a/b").orElseThrow()) {
            assertThat(content.stream().readAllBytes()).hasSize(3);
        }
        storage.delete("a/b");
        assertThat(storage.get("a/b")).isEmpty();
    }

    @Test
    void lists_come_in_parts() {
        for (String path : new String[] {"c", "a/2", "a/1", "a/3"}) {
            storage.put(path, stream(1), "a/b", Map.of());
        }
        ObjectPage first = storage.list("a/", null, 2);
        assertThat(first.items()).hasSize(2);
        assertThat(storage.list("a/", first.next(), 2).items())
                .singleElement()
                .satisfies(item -> assertThat(item.path()).isEqualTo("a/3"));
    }

    @Test
    void paths_that_lead_elsewhere_are_refused() {
        assertThatThrownBy(() -> storage.get("../a")).hasMessageContaining("path");
        assertThat(storage.presign("a", Duration.ofMinutes(1), Method.GET)).hasHost("storage.test");
    }

    private static ByteArrayInputStream stream(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }
}

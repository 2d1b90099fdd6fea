package io.plexica.storage.file.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.itests.rooms.ObjectStoreContract;
import io.plexica.spi.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {

    private static final String BUCKET = "tenant-acme";

    @TempDir
    private Path folder;

    @Override
    protected ObjectStore store() {
        return new FolderStore(folder.resolve("storage"));
    }

    @Test
    void nothingIsWrittenOutsideTheFolderWhateverTheKey() throws IOException {
        ObjectStore store = store();
        store.createBucket(BUCKET);

        for (String key : new String[] {"crm/../../a", "..", "crm//a", "/a", "crm/.", ""}) {
            assertThatThrownBy(() -> put(store, key)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store.createBucket("../b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isDirectoryContaining("glob:**storage").isNotEmptyDirectory();
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed() throws IOException {
        ObjectStore store = store();
        store.createBucket(BUCKET);
        put(store, "crm/a");
        Path objects = folder.resolve("storage/tenant-acme/objects");
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(objects.resolve("crm/b="), secret);
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.copy(objects.resolve("crm/a="), outside.resolve("a="));
        Files.createSymbolicLink(objects.resolve("crm/dir"), outside);

        assertThatThrownBy(() -> store.get(BUCKET, "crm/b")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.get(BUCKET, "crm/dir/a")).isInstanceOf(IOException.class);
        store.removeBucket(BUCKET);
        assertThat(secret).exists();
        assertThat(outside.resolve("a=")).exists();
    }

    @Test
    void anObjectMayLieBelowAnother() throws IOException {
        ObjectStore store = store();
        store.createBucket(BUCKET);
        put(store, "crm/a");
        put(store, "crm/a/b");
        store.delete(BUCKET, "crm/a");

        assertThat(store.head(BUCKET, "crm/a")).isEmpty();
        assertThat(store.head(BUCKET, "crm/a/b")).isPresent();
    }

    @Test
    void whatIsCutOffIsNoObject() throws IOException {
        ObjectStore store = store();
        store.createBucket(BUCKET);
        put(store, "crm/a");
        Path file = folder.resolve("storage/tenant-acme/objects/crm/a=");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 3));

        assertThatThrownBy(() -> store.get(BUCKET, "crm/a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void deletingLeavesNoFoldersAndSweepingNoBuckets() throws IOException {
        FolderStore store = new FolderStore(folder.resolve("storage"));
        store.createBucket(BUCKET);
        put(store, "crm/a/b/c");
        store.delete(BUCKET, "crm/a/b/c");
        assertThat(folder.resolve("storage/tenant-acme/objects")).isEmptyDirectory();

        Files.move(folder.resolve("storage/tenant-acme"), folder.resolve("storage/.gone-1"));
        store.sweep();
        try (Stream<Path> left = Files.list(folder.resolve("storage"))) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith(".gone"));
        }
    }

    @Test
    void whatCannotBeTidiedKeepsNobodyFromWriting() throws IOException {
        ObjectStore store = store();
        store.createBucket(BUCKET);
        Path stays = Files.createDirectory(folder.resolve("storage/tenant-acme/writing/stays"));
        Files.createFile(stays.resolve("within"));
        Files.setLastModifiedTime(stays, FileTime.from(Instant.EPOCH));

        store.createBucket(BUCKET);
        put(store, "crm/a");

        assertThat(store.head(BUCKET, "crm/a")).isPresent();
        assertThat(stays).exists();
    }

    @Test
    void whatAProcessThatDiedWasWritingGoesAndWhatIsBeingWrittenStays() throws IOException {
        ObjectStore store = store();
        store.createBucket(BUCKET);
        Path writing = folder.resolve("storage/tenant-acme/writing");
        Path left = Files.writeString(writing.resolve("left"), "half of it");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path begun = Files.writeString(writing.resolve("begun"), "half of it");

        store.createBucket(BUCKET);

        assertThat(left).doesNotExist();
        assertThat(begun).exists();
    }

    private static void put(ObjectStore store, String key) throws IOException {
        store.put(BUCKET, key, new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)), "text/plain", Map.of());
    }
}

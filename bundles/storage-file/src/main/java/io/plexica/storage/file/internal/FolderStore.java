package io.plexica.storage.file.internal;

import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.storage.NoSuchBucketException;
import io.plexica.spi.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Objects in a folder: a bucket is a folder in it, with one for objects and one for what is being written. An object is
 * written to the end and to the disk there, and then moved to its place. Safe for all threads, and for several processes.
 */
final class FolderStore implements ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);
    private static final String OBJECTS = "objects";
    private static final String WRITING = "writing";
    private static final String GONE = ".gone-";

    /** Nobody writes one object for so long. */
    private static final Duration LONGEST_WRITING = Duration.ofDays(1);

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    /** What processes that died were writing goes, too: each may be as large as an object. */
    @Override
    public void createBucket(String bucket) throws IOException {
        Files.createDirectories(objects(bucket));
        Files.createDirectories(writing(bucket));
        tidy(writing(bucket));
    }

    /** Out of the way in one move, so that whoever is writing finds no bucket; then gone piece by piece. */
    @Override
    public void removeBucket(String bucket) throws IOException {
        try {
            Files.move(bucket(bucket), root.resolve(GONE + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // As it should be.
        }
        sweep();
    }

    @Override
    public StoredObject put(
            String bucket, String key, InputStream content, String contentType, Map<String, String> metadata)
            throws IOException {
        Path target = EncodedKey.file(objects(bucket), key);
        Path draft = writing(bucket).resolve(UUID.randomUUID().toString());
        try {
            StoredObject object = write(draft, key, content, contentType, metadata);
            Folders.move(draft, target, objects(bucket));
            return object;
        } catch (NoSuchFileException e) {
            throw new NoSuchBucketException(bucket, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public Optional<ObjectContent> get(String bucket, String key) throws IOException {
        return part(bucket, key, 0, Long.MAX_VALUE);
    }

    @Override
    public Optional<ObjectContent> part(String bucket, String key, long from, long count) throws IOException {
        SeekableByteChannel file = open(bucket, key);
        if (file == null) {
            return Optional.empty();
        }
        try {
            StoredObject object = Trailer.read(file, key);
            long first = Math.min(from, object.size());
            file.position(first);
            return Optional.of(new ObjectContent(
                    object, new FirstBytes(Channels.newInputStream(file), Math.min(count, object.size() - first))));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) throws IOException {
        try (SeekableByteChannel file = open(bucket, key)) {
            return file == null ? Optional.empty() : Optional.of(Trailer.read(file, key));
        }
    }

    @Override
    public ObjectPage list(String bucket, String prefix, @Nullable String after, int most) throws IOException {
        requireBucket(bucket);
        return new Listing(objects(bucket), prefix, after, most).page();
    }

    @Override
    public void delete(String bucket, String key) throws IOException {
        requireBucket(bucket);
        Path file = EncodedKey.file(objects(bucket), key);
        Files.deleteIfExists(file);
        Folders.prune(Folders.parent(file), objects(bucket));
    }

    @Override
    public void check() throws IOException {
        Files.createDirectories(root);
        if (!Files.isWritable(root)) {
            throw new IOException("The folder " + root + " cannot be written to");
        }
    }

    /** Removes what removals that were broken off have left. */
    void sweep() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root, GONE + "*")) {
            for (Path leftover : leftovers) {
                Folders.remove(leftover);
            }
        }
    }

    /** Nobody who wants to write fails since something else cannot be removed. */
    private static void tidy(Path writing) {
        try {
            Folders.removeOlder(writing, Instant.now().minus(LONGEST_WRITING));
        } catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
            LOG.warn("What was left half-written in {} is removed later: {}", writing, e.toString());
        }
    }

    private static StoredObject write(
            Path draft, String key, InputStream content, String contentType, Map<String, String> metadata)
            throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest);
            long size = content.transferTo(out);
            StoredObject object = new StoredObject(
                    key,
                    size,
                    contentType,
                    HexFormat.of().formatHex(digest.digest()),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    metadata);
            ByteBuffer trailer = ByteBuffer.wrap(Trailer.of(object));
            while (trailer.hasRemaining()) {
                file.write(trailer);
            }
            file.force(true);
            return object;
        }
    }

    /** Opens an object's file; null when there is none. A link in its place, or on the way, is not followed. */
    private @Nullable SeekableByteChannel open(String bucket, String key) throws IOException {
        requireBucket(bucket);
        Path file = EncodedKey.file(objects(bucket), key);
        try {
            if (!Folders.parent(file).toRealPath().startsWith(root.toRealPath())) {
                throw new IOException("A link in the storage's folder leads out of it");
            }
            return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void requireBucket(String bucket) throws IOException {
        Path objects = objects(bucket);
        if (!Files.isDirectory(objects)) {
            throw new NoSuchBucketException(bucket, new NoSuchFileException(objects.toString()));
        }
    }

    private Path objects(String bucket) {
        return bucket(bucket).resolve(OBJECTS);
    }

    private Path writing(String bucket) {
        return bucket(bucket).resolve(WRITING);
    }

    private Path bucket(String bucket) {
        if (!bucket.matches("[a-z0-9][a-z0-9-]{1,62}")) {
            throw new IllegalArgumentException("Not a bucket: " + bucket);
        }
        return root.resolve(bucket);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

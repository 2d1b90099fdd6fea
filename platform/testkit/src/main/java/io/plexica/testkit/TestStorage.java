package io.plexica.testkit;

import io.plexica.api.context.RequestContext;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectStorage;
import io.plexica.api.storage.ObjectSummary;
import io.plexica.api.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's objects in memory, for each tenant its own: {@code new TestStorage(FIXTURE.context())}. Of the rules for paths it
 * knows those that matter to most; its links lead nowhere. Safe for all threads.
 */
public final class TestStorage implements ObjectStorage {

    private final RequestContext context;
    private final ConcurrentMap<String, ConcurrentSkipListMap<String, Entry>> tenants = new ConcurrentHashMap<>();

    /** Objects of the tenant that the context tells. */
    public TestStorage(RequestContext context) {
        this.context = context;
    }

    /** Forgets all objects of all tenants. */
    public void clear() {
        tenants.clear();
    }

    @Override
    public StoredObject put(String path, InputStream content, String contentType, Map<String, String> metadata) {
        demand(path);
        try {
            byte[] bytes = content.readAllBytes();
            StoredObject object =
                    new StoredObject(path, bytes.length, contentType, sha256(bytes), Instant.now(), metadata);
            mine().put(path, new Entry(object, bytes));
            return object;
        } catch (IOException e) {
            throw new UncheckedIOException("The object could not be read to its end", e);
        }
    }

    @Override
    public Optional<ObjectContent> get(String path) {
        return find(path).map(entry -> new ObjectContent(entry.object(), new ByteArrayInputStream(entry.bytes())));
    }

    @Override
    public Optional<StoredObject> head(String path) {
        return find(path).map(Entry::object);
    }

    @Override
    public ObjectPage list(String prefix, @Nullable String after, int size) {
        List<ObjectSummary> found = mine().values().stream()
                .map(Entry::object)
                .filter(object -> object.path().startsWith(prefix))
                .filter(object -> after == null || object.path().compareTo(after) > 0)
                .map(object -> new ObjectSummary(object.path(), object.size(), object.modifiedAt()))
                .toList();
        return found.size() <= size
                ? new ObjectPage(found, null)
                : new ObjectPage(found.subList(0, size), found.get(size - 1).path());
    }

    @Override
    public void delete(String path) {
        demand(path);
        mine().remove(path);
    }

    @Override
    public URI presign(String path, Duration timeToLive, Method method) {
        demand(path);
        return URI.create("https://storage.test/" + context.tenant().slug() + "/"
                + URLEncoder.encode(path, StandardCharsets.UTF_8) + "?method=" + method + "&seconds="
                + timeToLive.toSeconds());
    }

    private Optional<Entry> find(String path) {
        demand(path);
        return Optional.ofNullable(mine().get(path));
    }

    private ConcurrentSkipListMap<String, Entry> mine() {
        return tenants.computeIfAbsent(context.tenant().slug(), slug -> new ConcurrentSkipListMap<>());
    }

    private static void demand(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\\') >= 0) {
                throw PlexicaException.validation(
                        new FieldError("/path", "must be of parts between slashes, none of them . or .."));
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Entry(StoredObject object, byte[] bytes) {}
}

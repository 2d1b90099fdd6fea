package io.plexica.storage.file.internal;

import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectSummary;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One look through the folders of a bucket: only where keys with the prefix can be, keeping no more than is asked for. */
final class Listing {

    private final Path objects;
    private final String prefix;
    private final String encodedPrefix;
    private final @Nullable String after;
    private final int most;
    private final TreeSet<String> found = new TreeSet<>(EncodedKey.ORDER);

    Listing(Path objects, String prefix, @Nullable String after, int most) {
        this.objects = objects;
        this.prefix = prefix;
        this.encodedPrefix = encodedPrefix(prefix);
        this.after = after;
        this.most = most;
    }

    ObjectPage page() throws IOException {
        collect(objects, "");
        boolean more = found.size() > most;
        List<ObjectSummary> items = new ArrayList<>();
        String last = null;
        for (String key : found) {
            if (items.size() == most) {
                break;
            }
            last = key;
            ObjectSummary summary = summary(key);
            if (summary != null) {
                items.add(summary);
            }
        }
        return new ObjectPage(items, more ? last : null);
    }

    private void collect(Path folder, String above) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                String file = EncodedKey.file(above, name);
                if (file != null) {
                    keep(EncodedKey.decode(file));
                } else if (mayHold(EncodedKey.folder(above, name))
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, EncodedKey.folder(above, name));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // Its last object has gone meanwhile.
        }
    }

    private boolean mayHold(String encoded) {
        return encoded.startsWith(encodedPrefix) || encodedPrefix.startsWith(encoded);
    }

    private void keep(String key) {
        if (key.startsWith(prefix) && (after == null || EncodedKey.ORDER.compare(key, after) > 0)) {
            found.add(key);
            if (found.size() > most + 1) {
                found.pollLast();
            }
        }
    }

    private @Nullable ObjectSummary summary(String key) throws IOException {
        Path file = EncodedKey.file(objects, key);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            var object = Trailer.read(channel, key);
            return new ObjectSummary(key, object.size(), object.modifiedAt());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static String encodedPrefix(String prefix) {
        StringBuilder encoded = new StringBuilder();
        String[] parts = prefix.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            encoded.append(i == 0 ? "" : "/").append(EncodedKey.encode(parts[i]));
        }
        return encoded.toString();
    }
}

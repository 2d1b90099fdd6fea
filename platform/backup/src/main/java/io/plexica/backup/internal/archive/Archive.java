package io.plexica.backup.internal.archive;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.backup.internal.archive.Manifest.Origin;
import io.plexica.spi.backup.PartReader;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file that was found to be whole, and just what it says. Safe for several threads until it is closed. */
public final class Archive implements Closeable {

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a file and reads all of it once.
     *
     * @throws PlexicaException {@code validation-failed} with all that is wrong with it
     */
    public static Archive open(Path file, ArchiveLimits bounds) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw PlexicaException.validation(
                    new FieldError("", "is no export of a tenant, or one that was broken off: " + e.getMessage()));
        }
        boolean sound = false;
        try {
            demandNone(new ArchiveCheck(zip, bounds).names());
            Manifest manifest;
            try (InputStream in = zip.getInputStream(zip.getEntry(Manifest.NAME))) {
                manifest = Json.read(Manifest.NAME, in, Manifest.class);
            } catch (ZipException | EOFException e) {
                throw PlexicaException.validation(new FieldError("/" + Manifest.NAME, "is damaged"));
            }
            demandKnown(manifest);
            demandNone(new ArchiveCheck(zip, bounds).entries(manifest));
            sound = true;
            return new Archive(zip, manifest);
        } finally {
            if (!sound) {
                zip.close();
            }
        }
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** The names of a part's entries, within the part. */
    public Set<String> entries(String part) {
        return manifest.entries().stream()
                .map(Manifest.Entry::name)
                .filter(name -> EntryNames.part(name).equals(part))
                .map(name -> name.substring(part.length() + 1))
                .collect(Collectors.toSet());
    }

    /** What is in a part. */
    public PartReader part(String part) {
        return new Part(part + "/");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void demandKnown(Manifest manifest) {
        if (manifest.format() != Manifest.FORMAT) {
            throw PlexicaException.validation(new FieldError(
                    "/" + Manifest.NAME,
                    "is of format " + manifest.format() + ", and this platform reads " + Manifest.FORMAT
                            + (manifest.format() > Manifest.FORMAT ? ": import it on a newer one" : "")));
        }
        Origin tenant = manifest.tenant();
        boolean whole = tenant != null
                && tenant.id() != null
                && tenant.slug() != null
                && tenant.name() != null
                && tenant.plan() != null
                && tenant.settings() != null
                && tenant.theme() != null
                && manifest.exportedAt() != null
                && manifest.platform() != null;
        if (!whole) {
            throw PlexicaException.validation(
                    new FieldError("/" + Manifest.NAME, "does not say whose the tenant is, or of when"));
        }
    }

    private static void demandNone(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
    }

    private final class Part implements PartReader {

        private final String prefix;

        Part(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Optional<InputStream> entry(String name) throws IOException {
            ZipEntry entry = zip.getEntry(prefix + name);
            return entry == null ? Optional.empty() : Optional.of(new BufferedInputStream(zip.getInputStream(entry)));
        }

        @Override
        public <T> Optional<T> json(String name, Class<T> type) throws IOException {
            Optional<InputStream> there = entry(name);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = there.get()) {
                return Optional.of(Json.read(prefix + name, in, type));
            }
        }
    }
}

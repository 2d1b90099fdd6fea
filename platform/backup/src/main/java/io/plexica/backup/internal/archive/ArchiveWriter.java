package io.plexica.backup.internal.archive;

import io.plexica.backup.internal.archive.Manifest.Entry;
import io.plexica.backup.internal.archive.Manifest.Origin;
import io.plexica.spi.backup.PartWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a file as a stream: entry by entry, and last of all what it says of itself, so that one which was broken off is told at
 * once. For one thread.
 */
public final class ArchiveWriter {

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private long bytes;

    /** Begins a file; what it is written to stays open. */
    public ArchiveWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Begins a part. */
    public PartWriter part(String name) {
        parts.add(name);
        return new Part(name + "/");
    }

    /** How many bytes the entries have so far, unpacked. */
    public long bytes() {
        return bytes;
    }

    /** Writes what the file says of itself, and ends it. */
    public Manifest finish(String platform, Instant at, Origin tenant) throws IOException {
        Manifest manifest = new Manifest(Manifest.FORMAT, platform, at, tenant, parts, entries);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(Json.write(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }

    private OutputStream begin(String name) throws IOException {
        if (!EntryNames.isSound(name)) {
            throw new IllegalArgumentException("No name of an entry: " + name);
        }
        zip.putNextEntry(new ZipEntry(name));
        return new EntryStream(name);
    }

    private final class Part implements PartWriter {

        private final String prefix;

        Part(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public OutputStream entry(String name) throws IOException {
            return begin(prefix + name);
        }

        @Override
        public void json(String name, Object value) throws IOException {
            try (OutputStream out = entry(name)) {
                out.write(Json.write(value));
            }
        }
    }

    /** Counts and digests on the way. */
    private final class EntryStream extends FilterOutputStream {

        private final String name;
        private final MessageDigest digest;
        private long size;
        private boolean closed;

        EntryStream(String name) {
            super(zip);
            this.name = name;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            zip.write(buffer, offset, length);
            digest.update(buffer, offset, length);
            size += length;
        }

        /** Each entry is not worth a packet of its own. */
        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                zip.closeEntry();
                bytes += size;
                entries.add(new Entry(name, size, HexFormat.of().formatHex(digest.digest())));
            }
        }
    }
}

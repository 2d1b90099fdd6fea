package io.plexica.backup.internal.archive;

import io.plexica.api.problem.FieldError;
import io.plexica.backup.internal.archive.Manifest.Entry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Looks whether a file is whole and just what it says, and collects all that is wrong. For one thread. */
final class ArchiveCheck {

    private static final long SMALL = 1024 * 1024;

    private final ZipFile zip;
    private final ArchiveLimits bounds;
    private final List<FieldError> errors = new ArrayList<>();

    ArchiveCheck(ZipFile zip, ArchiveLimits bounds) {
        this.zip = zip;
        this.bounds = bounds;
    }

    /** What is wrong with the list of entries, before any of them is read. */
    List<FieldError> names() {
        if (zip.size() > bounds.entries()) {
            wrong("", "has more than " + bounds.entries() + " entries");
            return errors;
        }
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!name.equals(Manifest.NAME) && !EntryNames.isSound(name)) {
                wrong("", "has an entry that no export has: " + shown(name));
            } else if (!seen.add(name)) {
                wrong(name, "is there twice");
            }
        }
        if (!seen.contains(Manifest.NAME)) {
            wrong(Manifest.NAME, "is missing: this is no export of a tenant, or one that was broken off");
        }
        return errors;
    }

    /** What is wrong with the entries, which are all read. */
    List<FieldError> entries(Manifest manifest) throws IOException {
        Map<String, Entry> said = new HashMap<>();
        long total = 0;
        for (Entry entry : manifest.entries()) {
            if (entry.name() == null
                    || entry.sha256() == null
                    || entry.size() < 0
                    || said.put(entry.name(), entry) != null) {
                wrong(Manifest.NAME, "has an entry without a name or digest, or one twice");
                return errors;
            }
            total = total > Long.MAX_VALUE - entry.size() ? Long.MAX_VALUE : total + entry.size();
        }
        if (total > bounds.unpacked()) {
            wrong("", "has " + total + " bytes unpacked; at most " + bounds.unpacked() + " are taken");
            return errors;
        }
        for (ZipEntry present : Collections.list(zip.entries())) {
            if (!present.getName().equals(Manifest.NAME) && !said.containsKey(present.getName())) {
                wrong(present.getName(), "is not named in " + Manifest.NAME);
            }
        }
        for (Entry entry : manifest.entries()) {
            look(entry, zip.getEntry(entry.name()));
        }
        return errors;
    }

    private void look(Entry said, @Nullable ZipEntry present) throws IOException {
        if (present == null) {
            wrong(said.name(), "is missing");
            return;
        }
        if (said.size() > SMALL && said.size() / Math.max(1, present.getCompressedSize()) > bounds.ratio()) {
            wrong(said.name(), "is packed more tightly than any export is");
            return;
        }
        MessageDigest digest = sha256();
        long left = said.size();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = zip.getInputStream(present)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    break;
                }
                digest.update(buffer, 0, n);
            }
        } catch (ZipException | EOFException e) {
            wrong(said.name(), "is damaged");
            return;
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(said.sha256())) {
            wrong(said.name(), "is not what was written: its size or digest is another");
        }
    }

    private void wrong(String name, String message) {
        errors.add(new FieldError(name.isEmpty() ? "" : "/" + name, message));
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^ -~]", "?");
        return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package io.plexica.plugins.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;

/** Counts what unpacking a jar costs and stops it when it costs too much. */
final class UnpackingBudget {

    private final ArchiveLimits limits;
    private int entries;
    private long unpacked;

    UnpackingBudget(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** Counts entries. */
    void entries(int more) throws TooMuch {
        entries += more;
        if (entries > limits.entries()) {
            throw new TooMuch("The jar holds more than " + limits.entries() + " entries");
        }
    }

    /** Unpacks an entry into memory. */
    byte[] read(ZipEntry entry, InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(entry, in, out);
        return out.toByteArray();
    }

    /** Unpacks an entry. */
    void copy(ZipEntry entry, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long length = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            length += n;
            unpacked += n;
            if (unpacked > limits.unpacked()) {
                throw new TooMuch("The jar unpacks to more than " + limits.unpacked() / (1024 * 1024) + " MiB");
            }
            boolean bomb =
                    length > ArchiveLimits.SMALL && length / Math.max(1, entry.getCompressedSize()) > limits.ratio();
            if (bomb) {
                throw new TooMuch("The entry '" + entry.getName() + "' unpacks to more than " + limits.ratio()
                        + " times its packed size");
            }
            out.write(buffer, 0, n);
        }
    }

    /** The jar is too much; the message says in what way. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }
}

package io.plexica.plugins.internal.archive;

/**
 * How large a plugin's jar may be.
 *
 * @param bytes size of the file
 * @param entries entries in it and in the jars within it
 * @param unpacked bytes of all entries unpacked
 * @param ratio how many times larger an entry may be unpacked than packed
 */
public record ArchiveLimits(long bytes, int entries, long unpacked, int ratio) {

    /** Below this size an entry's ratio says nothing. */
    static final long SMALL = 1024L * 1024;

    /** The largest text that is kept for a closer look. */
    static final int TEXT = 1024 * 1024;

    /** 50 MiB, 20,000 entries, 512 MiB unpacked, 200 to 1. */
    public static final ArchiveLimits STANDARD = new ArchiveLimits(50L * 1024 * 1024, 20_000, 512L * 1024 * 1024, 200);
}

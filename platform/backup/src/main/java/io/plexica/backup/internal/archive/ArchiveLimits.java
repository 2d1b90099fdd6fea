package io.plexica.backup.internal.archive;

/**
 * How large a file may be.
 *
 * @param unpacked bytes of all entries together
 * @param entries how many
 * @param ratio how many bytes may come of one, in entries of more than a mebibyte
 */
public record ArchiveLimits(long unpacked, int entries, int ratio) {

    private static final int MOST_ENTRIES = 20_000;
    private static final int HIGHEST_RATIO = 500;

    /** What holds unless a test wants otherwise. */
    public static ArchiveLimits of(long unpacked) {
        return new ArchiveLimits(unpacked, MOST_ENTRIES, HIGHEST_RATIO);
    }
}

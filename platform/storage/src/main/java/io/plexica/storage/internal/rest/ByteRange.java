package io.plexica.storage.internal.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an object that a reader asks for, who goes on with a download or jumps within it.
 *
 * @param from the first byte
 * @param to the last byte
 */
record ByteRange(long from, long to) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads the headers.
     *
     * @param range {@code Range}; null for none
     * @param ifRange {@code If-Range}: the object that the reader has the beginning of; null for whichever
     * @param tag the object's tag, in quotes
     * @param size the object's size
     * @return null for the whole object, also where the header is one that this does not understand, or where there are no
     *     such bytes: a server may pass over it
     */
    static @Nullable ByteRange of(@Nullable String range, @Nullable String ifRange, String tag, long size) {
        Matcher form = range == null ? null : FORM.matcher(range.strip());
        if (form == null
                || !form.matches()
                || (ifRange != null && !ifRange.strip().equals(tag))) {
            return null;
        }
        String first = form.group(1);
        String last = form.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : ending(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return null;
        }
        return from >= size ? null : new ByteRange(from, Math.min(to, size - 1));
    }

    private static @Nullable ByteRange ending(long count, long size) {
        return count == 0 || size == 0 ? null : new ByteRange(Math.max(0, size - count), size - 1);
    }

    /** How many bytes it has. */
    long length() {
        return to - from + 1;
    }

    /** As {@code Content-Range} says it. */
    String content(long size) {
        return "bytes " + from + "-" + to + "/" + size;
    }
}

package io.plexica.plugins.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether a file is a jar from its first byte to its last: what lies around one is seen by no check. */
final class ArchiveEnds {

    private static final int LOCAL = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private ArchiveEnds() {}

    /** What is wrong with a file that can be opened as a jar and has entries. */
    static List<String> problems(Path file) throws IOException {
        List<String> problems = new ArrayList<>();
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            if (size < END_SIZE) {
                return problems;
            }
            long from = Math.max(0, size - END_SIZE - LONGEST_COMMENT);
            ByteBuffer tail = read(channel, from, (int) (size - from));
            int end = end(tail);
            if (end < 0) {
                problems.add("The file has bytes after the end of the jar");
            } else if (read(channel, 0, Integer.BYTES).getInt(0) != LOCAL || isMoved(tail, end, from)) {
                problems.add("The file has bytes before the beginning of the jar");
            }
        }
        return problems;
    }

    /** Where the record is that ends the jar, its comment reaching to the last byte; negative when there is none. */
    private static int end(ByteBuffer tail) {
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_SIZE + (tail.getShort(at + 20) & 0xFFFF) == tail.limit()) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the directory lies elsewhere than the record says; large jars say it in another record. */
    private static boolean isMoved(ByteBuffer tail, int end, long from) {
        long length = tail.getInt(end + 12) & 0xFFFFFFFFL;
        long start = tail.getInt(end + 16) & 0xFFFFFFFFL;
        return start != ELSEWHERE && length != ELSEWHERE && start + length < from + end && !isLarge(tail, end);
    }

    private static boolean isLarge(ByteBuffer tail, int end) {
        int locator = end - 20;
        return locator >= 0 && tail.getInt(locator) == 0x07064b50;
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until it is full
        }
        return bytes.flip();
    }
}

package io.plexica.spi.jobs;

import java.util.function.IntSupplier;

/** Work that is done piece by piece, so that no piece holds anybody up. */
public final class Pieces {

    private Pieces() {}

    /**
     * Does pieces until one is not full, or until the thread is interrupted.
     *
     * @param size how much a full piece does
     * @param piece does one, and returns how much that was
     * @return how much was done in all
     */
    public static long all(int size, IntSupplier piece) {
        long done = 0;
        int last;
        do {
            last = piece.getAsInt();
            done += last;
        } while (last == size && !Thread.currentThread().isInterrupted());
        return done;
    }
}

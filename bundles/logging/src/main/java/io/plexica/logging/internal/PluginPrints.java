package io.plexica.logging.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What anybody prints. What plugins print counts against their budgets like what they log; what is too much is dropped. Safe for
 * all threads, as far as the stream behind it is.
 */
final class PluginPrints extends FilterOutputStream {

    private final Supplier<@Nullable Budget> payer;
    private final LongSupplier bytesPerSecond;

    /**
     * Stands before a stream.
     *
     * @param payer the budget of the plugin whose code prints; null when none does
     */
    PluginPrints(OutputStream bare, Supplier<@Nullable Budget> payer, LongSupplier bytesPerSecond) {
        super(bare);
        this.payer = payer;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void write(int single) throws IOException {
        if (mayPrint(1)) {
            out.write(single);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (mayPrint(length)) {
            out.write(bytes, offset, length);
        }
    }

    /** The streams of a process are nobody's to close. */
    @Override
    public void close() throws IOException {
        flush();
    }

    private boolean mayPrint(int bytes) {
        Budget budget = payer.get();
        return budget == null || budget.take(bytes, bytesPerSecond.getAsLong(), System.nanoTime());
    }
}

package io.plexica.logging.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what belongs to no plugin, and of a plugin's lines as many as its budget allows; the rest is dropped before it is
 * laid out and before the file is locked. A plugin's own thread waits a moment for each of its lines that is dropped, so that a flood
 * takes neither a processor nor the collector's time from others. Safe for all threads.
 */
@Plugin(name = "PluginLines", category = Node.CATEGORY, elementType = Filter.ELEMENT_TYPE)
public final class PluginLines extends AbstractFilter {

    /** What a line has beside its message: time, names, trace. */
    private static final int FRAME = 300;

    /** What one line of a stack trace comes to. */
    private static final int STEP = 100;

    private static final long WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final int MOST_CAUSES = 20;
    private static final int KIBIBYTE = 1_024;

    private final Budgets budgets;
    private final long bytesPerSecond;
    private final Runnable wait;

    PluginLines(Budgets budgets, long bytesPerSecond, Runnable wait) {
        this(null, null, budgets, bytesPerSecond, wait);
    }

    private PluginLines(
            @Nullable Result onMatch,
            @Nullable Result onMismatch,
            Budgets budgets,
            long bytesPerSecond,
            Runnable wait) {
        super(onMatch == null ? Result.NEUTRAL : onMatch, onMismatch == null ? Result.DENY : onMismatch);
        this.budgets = budgets;
        this.bytesPerSecond = bytesPerSecond;
        this.wait = wait;
    }

    /** Made by the log whenever its configuration changes; what was counted before stays. */
    @PluginFactory
    public static PluginLines create(
            @PluginAttribute("onMatch") @Nullable Result onMatch,
            @PluginAttribute("onMismatch") @Nullable Result onMismatch,
            @PluginAttribute(value = "kibPerSecond", defaultInt = 64) int kibPerSecond) {
        long bytesPerSecond = (long) Math.max(1, kibPerSecond) * KIBIBYTE;
        return new PluginLines(
                onMatch,
                onMismatch,
                Bounds.inForce(bytesPerSecond),
                bytesPerSecond,
                () -> LockSupport.parkNanos(WAIT_NANOS));
    }

    @Override
    public Result filter(LogEvent event) {
        ReadOnlyStringMap context = event.getContextData();
        Budget own = budgets.own(context.getValue("bundle.id"));
        Budget payer = own == null ? budgets.about(context.getValue("plugin")) : own;
        if (payer == null || payer.take(size(event), bytesPerSecond, System.nanoTime())) {
            return onMatch;
        }
        if (own != null) {
            wait.run();
        }
        return onMismatch;
    }

    private static long size(LogEvent event) {
        long size = FRAME + event.getMessage().getFormattedMessage().length();
        Throwable thrown = event.getThrown();
        for (int i = 0; i < MOST_CAUSES && thrown != null; i++) {
            String message = thrown.getMessage();
            size += (message == null ? 0 : message.length()) + (long) STEP * thrown.getStackTrace().length;
            thrown = thrown.getCause();
        }
        return size;
    }
}

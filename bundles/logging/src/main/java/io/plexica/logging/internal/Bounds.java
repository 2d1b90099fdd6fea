package io.plexica.logging.internal;

import java.io.PrintStream;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * What there is once in a process: the budgets, and the two streams to which anybody may print. The log begins before all that
 * keeps these streams for itself, such as the shell, so that nobody has the bare ones.
 */
final class Bounds {

    /** By this property others find how much was dropped; they know nothing of the log's own types. */
    private static final String PROPERTY = "plexica.log";

    private static @Nullable Budgets budgets;
    private static volatile long bytesPerSecond;

    private Bounds() {}

    /** The budgets; with the first question they come into force. */
    static synchronized Budgets inForce(long bytesPerSecondNow) {
        bytesPerSecond = bytesPerSecondNow;
        Budgets present = budgets;
        if (present == null) {
            BundleContext context = FrameworkUtil.getBundle(Bounds.class).getBundleContext();
            present = new Budgets(context);
            budgets = present;
            System.setOut(bounded(System.out, present));
            System.setErr(bounded(System.err, present));
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(PROPERTY, "dropped");
            context.registerService(Supplier.class, present, properties);
        }
        return present;
    }

    private static PrintStream bounded(PrintStream bare, Budgets budgets) {
        PluginPrints prints = new PluginPrints(bare, new CallingPlugin(budgets), () -> bytesPerSecond);
        return new PrintStream(prints, true);
    }
}

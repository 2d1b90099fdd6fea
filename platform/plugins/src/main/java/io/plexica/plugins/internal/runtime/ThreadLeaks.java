package io.plexica.plugins.internal.runtime;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds live threads that hold the class loader of a plugin: their context class loader is the plugin's, or their own class,
 * or that of the work they were made for. A thread that a plugin starts inherits the first of these.
 */
final class ThreadLeaks {

    private static final @Nullable Field TARGET = target();

    private ThreadLeaks() {}

    /** The threads in words, such as {@code timer 'Timer-0'}; the plugin's own threads on loan from the platform not among them. */
    static List<String> of(ClassLoader loader) {
        List<String> found = new ArrayList<>();
        for (Thread thread : all()) {
            if (thread != Thread.currentThread() && holds(thread, loader)) {
                found.add(kind(thread.getStackTrace()) + " '" + thread.getName() + "'"
                        + (thread.isDaemon() ? "" : ", which is no daemon"));
            }
        }
        found.sort(null);
        return found;
    }

    /** All threads; unlike their stacks, they are told without stopping any. */
    static List<Thread> all() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread[] threads = new Thread[2 * group.activeCount() + 16];
        return List.of(Arrays.copyOf(threads, group.enumerate(threads, true)));
    }

    static boolean holds(Thread thread, ClassLoader loader) {
        Object work = work(thread);
        return thread.getContextClassLoader() == loader
                || thread.getClass().getClassLoader() == loader
                || work != null && work.getClass().getClassLoader() == loader;
    }

    /** What a thread is, by the frame that all others stand on. */
    static String kind(StackTraceElement[] trace) {
        return Stream.of(trace)
                .map(StackTraceElement::getClassName)
                .map(ThreadLeaks::kind)
                .filter(kind -> !kind.equals("thread"))
                .findFirst()
                .orElse("thread");
    }

    private static String kind(String frame) {
        return switch (frame) {
            case "java.util.TimerThread" -> "timer";
            case "java.util.concurrent.ThreadPoolExecutor$Worker", "java.util.concurrent.ForkJoinWorkerThread" ->
                "thread of an executor";
            default -> "thread";
        };
    }

    private static @Nullable Object work(Thread thread) {
        try {
            return TARGET == null ? null : TARGET.get(thread);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** Karaf opens the package; where nobody does, a thread is known by its class loaders alone. */
    private static @Nullable Field target() {
        try {
            Field field = Thread.class.getDeclaredField("target");
            return field.trySetAccessible() ? field : null;
        } catch (NoSuchFieldException e) {
            return null;
        }
    }
}

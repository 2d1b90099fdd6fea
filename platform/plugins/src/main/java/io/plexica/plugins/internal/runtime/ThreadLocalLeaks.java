package io.plexica.plugins.internal.runtime;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a plugin left in thread-locals of threads that are not its own, such as those that serve requests, and takes it away.
 *
 * <p>An entry is emptied as a collection would empty it whose key nobody holds any more: first its key, then its value. Its
 * thread passes over such entries and clears them out by and by; the worst that it can see is what it would see if it had removed
 * the value itself.
 */
final class ThreadLocalLeaks {

    private static final int MOST_LOOKED_THROUGH = 100;
    private static final List<Field> MAPS = Stream.of("threadLocals", "inheritableThreadLocals")
            .map(name -> field(Thread.class, name))
            .filter(Objects::nonNull)
            .toList();
    private static final @Nullable Field TABLE = field("java.lang.ThreadLocal$ThreadLocalMap", "table");
    private static final @Nullable Field VALUE = field("java.lang.ThreadLocal$ThreadLocalMap$Entry", "value");

    private ThreadLocalLeaks() {}

    /** Takes away what holds a class loader; in words, such as {@code a p.Cache in a thread-local of 'qtp-7'}. */
    static List<String> take(ClassLoader loader) {
        List<String> taken = new ArrayList<>();
        for (Thread thread : ThreadLeaks.all()) {
            if (!ThreadLeaks.holds(thread, loader)) {
                MAPS.forEach(map -> take(thread, map, loader, taken));
            }
        }
        taken.sort(null);
        return taken;
    }

    private static void take(Thread thread, Field map, ClassLoader loader, List<String> taken) {
        Object locals = read(map, thread);
        Object table = locals == null ? null : read(TABLE, locals);
        if (table == null) {
            return;
        }
        for (int i = 0; i < Array.getLength(table); i++) {
            if (!(Array.get(table, i) instanceof Reference<?> entry)) {
                continue;
            }
            Object held = held(entry.get(), read(VALUE, entry), loader);
            if (held != null) {
                entry.clear();
                write(VALUE, entry);
                String kind = held instanceof Class<?> type
                        ? type.getName()
                        : held.getClass().getName();
                taken.add("a " + kind + " in a thread-local of '" + thread.getName() + "'");
            }
        }
    }

    /** What of an entry belongs to a plugin: the value, something within it, or the thread-local itself. */
    static @Nullable Object held(@Nullable Object key, @Nullable Object value, ClassLoader loader) {
        if (belongs(value, loader)) {
            return value;
        }
        Object part =
                parts(value).filter(one -> belongs(one, loader)).findFirst().orElse(null);
        return part == null && belongs(key, loader) ? key : part;
    }

    private static boolean belongs(@Nullable Object part, ClassLoader loader) {
        return part != null
                && (part == loader
                        || part.getClass().getClassLoader() == loader
                        || part instanceof Class<?> type && type.getClassLoader() == loader);
    }

    /** What is in a collection or array of the JDK's; nobody else's code is run to find out. */
    private static Stream<Object> parts(@Nullable Object value) {
        if (value == null || value.getClass().getClassLoader() != null) {
            return Stream.empty();
        }
        try {
            if (value instanceof Map<?, ?> map) {
                return Stream.concat(few(map.keySet()), few(map.values()));
            }
            if (value instanceof Object[] array) {
                return few(Arrays.asList(array));
            }
            return value instanceof Collection<?> collection ? few(collection) : Stream.empty();
        } catch (RuntimeException e) {
            // Its thread changes it just now; so it is in use, and not left behind.
            return Stream.empty();
        }
    }

    private static Stream<Object> few(Collection<?> parts) {
        List<Object> found = new ArrayList<>();
        parts.stream().limit(MOST_LOOKED_THROUGH).filter(Objects::nonNull).forEach(found::add);
        return found.stream();
    }

    private static @Nullable Object read(@Nullable Field field, Object of) {
        try {
            return field == null ? null : field.get(of);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private static void write(@Nullable Field field, Object of) {
        try {
            if (field != null) {
                field.set(of, null);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Karaf opens the package; where nobody does, thread-locals are not looked through. */
    private static @Nullable Field field(String type, String name) {
        try {
            return field(Class.forName(type, false, null), name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static @Nullable Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            return field.trySetAccessible() ? field : null;
        } catch (NoSuchFieldException e) {
            return null;
        }
    }
}

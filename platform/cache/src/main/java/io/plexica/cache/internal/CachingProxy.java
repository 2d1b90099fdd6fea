package io.plexica.cache.internal;

import com.fasterxml.jackson.databind.JavaType;
import io.plexica.api.cache.Cacheable;
import io.plexica.api.cache.Evicts;
import io.plexica.cache.internal.LoadingStore.Form;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one object, of which those marked so are remembered. The class that stands before the object is made in the class
 * loader of its interface and goes with it.
 */
final class CachingProxy implements InvocationHandler {

    private final Object target;
    private final PluginCache cache;
    private final Map<Method, Remembered> remembered;

    private CachingProxy(Object target, PluginCache cache, Map<Method, Remembered> remembered) {
        this.target = target;
        this.cache = cache;
        this.remembered = Map.copyOf(remembered);
    }

    /** How the answers of a method are remembered. */
    private record Remembered(String prefix, JavaType type, Duration lifetime) {}

    static <T> T of(Class<T> type, T target, PluginCache cache) {
        demand(type.isInterface(), type.getName() + " is no interface, so no other object can stand in for it");
        Map<Method, Remembered> remembered = new HashMap<>();
        Set<String> prefixes = new HashSet<>();
        for (Method method : type.getMethods()) {
            Cacheable how = method.getAnnotation(Cacheable.class);
            if (how != null && !method.isBridge()) {
                Remembered read = read(type, method, how, cache.values());
                demand(
                        prefixes.add(read.prefix()),
                        "Two methods of " + type.getName() + " would share the keys " + read.prefix()
                                + "; give one of them a key of its own");
                remembered.put(method, read);
            }
            Evicts evicts = method.getAnnotation(Evicts.class);
            for (String pattern : evicts == null ? new String[0] : evicts.value()) {
                demand(Keys.isPattern(pattern), type.getName() + " evicts " + pattern + ", which matches no key");
            }
        }
        remembered.putAll(bridges(type, remembered));
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new CachingProxy(target, cache, remembered));
        return type.cast(proxy);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
        Remembered how = remembered.get(method);
        @Nullable Object answer = how == null ? call(method, given) : remember(how, method, given);
        Evicts evicts = method.getAnnotation(Evicts.class);
        if (evicts != null) {
            Arrays.stream(evicts.value()).forEach(cache::evictAll);
        }
        return answer;
    }

    private @Nullable Object remember(Remembered how, Method method, @Nullable Object[] arguments) throws Throwable {
        String key = arguments.length == 0 ? how.prefix() : how.prefix() + ":" + Arguments.text(arguments);
        Form<Object> form = cache.form(how.type());
        return cache.memory()
                .<Object, Throwable>remember(cache.whole(key), how.lifetime(), form, () -> call(method, arguments));
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
        // The interface need not be public.
        method.setAccessible(true);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }

    /** What the compiler made for those who call a remembered method by a more general interface. */
    private static Map<Method, Remembered> bridges(Class<?> type, Map<Method, Remembered> remembered) {
        Map<Method, Remembered> bridges = new HashMap<>();
        for (Method bridge : type.getMethods()) {
            if (bridge.isBridge()) {
                List<Method> behind = Arrays.stream(bridge.getDeclaringClass().getDeclaredMethods())
                        .filter(real -> isBridge(bridge, real))
                        .toList();
                remembered.forEach((method, how) -> {
                    if (behind.stream().anyMatch(real -> isSame(real, method))) {
                        demand(
                                behind.size() == 1,
                                "It cannot be told which of the methods " + method.getName() + " of " + type.getName()
                                        + " is meant by who calls a more general one; give them different names");
                        bridges.put(bridge, how);
                    }
                });
            }
        }
        return bridges;
    }

    private static boolean isSame(Method one, Method other) {
        return one.getName().equals(other.getName())
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    /** Whether a method may be what a bridge beside it leads to: the compiler gives both the same annotations. */
    private static boolean isBridge(Method bridge, Method real) {
        Class<?>[] general = bridge.getParameterTypes();
        Class<?>[] special = real.getParameterTypes();
        return !real.isBridge()
                && bridge.getName().equals(real.getName())
                && Objects.equals(bridge.getAnnotation(Cacheable.class), real.getAnnotation(Cacheable.class))
                && general.length == special.length
                && bridge.getReturnType().isAssignableFrom(real.getReturnType())
                && IntStream.range(0, general.length).allMatch(i -> general[i].isAssignableFrom(special[i]));
    }

    private static Remembered read(Class<?> type, Method method, Cacheable how, Values values) {
        String name = type.getSimpleName() + "." + method.getName();
        demand(method.getReturnType() != void.class, name + " answers nothing that could be remembered");
        for (Class<?> parameter : method.getParameterTypes()) {
            demand(
                    Arguments.canBeTold(parameter),
                    name + " takes a " + parameter.getName() + ", whose values cannot stand in a key");
        }
        Duration lifetime =
                how.seconds() == 0 ? how.value().duration() : Keys.lifetime(Duration.ofSeconds(how.seconds()));
        String prefix = how.key().isEmpty() ? name : how.key();
        demand(
                Keys.isPrefix(prefix),
                name + " has keys that begin with " + prefix + "; give it one of 1 to 99 of A-Z a-z 0-9 . _ : -");
        return new Remembered(prefix, values.type(method.getGenericReturnType()), lifetime);
    }

    private static void demand(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

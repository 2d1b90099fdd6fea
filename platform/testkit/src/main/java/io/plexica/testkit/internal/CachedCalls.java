package io.plexica.testkit.internal;

import io.plexica.api.cache.Cache;
import io.plexica.api.cache.Cacheable;
import io.plexica.api.cache.Evicts;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls of one object, of which those marked so are remembered. */
public final class CachedCalls implements InvocationHandler {

    private final Object target;
    private final Cache cache;

    private CachedCalls(Object target, Cache cache) {
        this.target = target;
        this.cache = cache;
    }

    /** The object with its answers remembered in a cache. */
    public static <T> T of(Class<T> type, T target, Cache cache) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    type.getName() + " is no interface, so no other object can stand in for it");
        }
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new CachedCalls(target, cache)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Cacheable how = method.getAnnotation(Cacheable.class);
        @Nullable Object answer = how == null ? call(method, arguments) : remember(how, method, arguments);
        Evicts evicts = method.getAnnotation(Evicts.class);
        if (evicts != null) {
            Arrays.stream(evicts.value()).forEach(cache::evictAll);
        }
        return answer;
    }

    private @Nullable Object remember(Cacheable how, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String key = key(how, method, arguments);
        Object known = cache.get(key, Object.class).orElse(null);
        if (known != null) {
            return known;
        }
        Object answer = call(method, arguments);
        if (answer != null) {
            Duration lifetime = how.seconds() == 0 ? how.value().duration() : Duration.ofSeconds(how.seconds());
            cache.put(key, answer, lifetime);
        }
        return answer;
    }

    private static String key(Cacheable how, Method method, @Nullable Object @Nullable [] arguments) {
        String prefix =
                how.key().isEmpty() ? method.getDeclaringClass().getSimpleName() + "." + method.getName() : how.key();
        return arguments == null
                ? prefix
                : prefix + ":"
                        + UUID.nameUUIDFromBytes(Arrays.toString(arguments).getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        // The interface need not be public.
        method.setAccessible(true);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }
}

package io.plexica.web.internal.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A room of which a test needs a few methods: the others are not there. */
final class Part {

    private Part() {}

    /** An object of a type whose methods are those of the same name and parameters of another. */
    static <T> T of(Class<T> type, Object some) {
        Object made =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Method own;
                    try {
                        own = some.getClass().getMethod(method.getName(), method.getParameterTypes());
                    } catch (NoSuchMethodException e) {
                        throw new UnsupportedOperationException("no test needs " + method, e);
                    }
                    try {
                        return own.invoke(some, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(made);
    }
}

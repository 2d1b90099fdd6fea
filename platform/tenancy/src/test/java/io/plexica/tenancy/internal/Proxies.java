package io.plexica.tenancy.internal;

import java.lang.reflect.Proxy;

/** Makes fakes of large interfaces of which a test needs little. */
final class Proxies {

    private Proxies() {}

    interface Answer {
        Object to(String method, Object[] arguments);
    }

    static <T> T of(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Proxies.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "compareTo" ->
                        Integer.compare(System.identityHashCode(proxy), System.identityHashCode(arguments[0]));
                    default -> answer.to(method.getName(), arguments);
                }));
    }
}

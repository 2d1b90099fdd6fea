package io.plexica.identity.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings for tests: what is not given has its default. */
public final class TestSettings {

    private TestSettings() {}

    public static IdentitySettings of(Map<String, Object> values) {
        return new IdentitySettings((IdentityConfig) Proxy.newProxyInstance(
                IdentityConfig.class.getClassLoader(),
                new Class<?>[] {IdentityConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}

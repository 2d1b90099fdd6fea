package io.plexica.identity.keycloak.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Configurations for tests: what is not given has its default. */
final class Configs {

    private Configs() {}

    static KeycloakConfig of(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("platformUrl", "http://localhost:8181");
        all.putIfAbsent("internalUrl", "http://127.0.0.1:8181");
        return (KeycloakConfig) Proxy.newProxyInstance(
                KeycloakConfig.class.getClassLoader(),
                new Class<?>[] {KeycloakConfig.class},
                (proxy, method, arguments) -> all.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}

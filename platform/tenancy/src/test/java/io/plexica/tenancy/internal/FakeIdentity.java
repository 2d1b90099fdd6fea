package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An identity server that only opens, shuts and names realms, and that can be stopped. */
final class FakeIdentity {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> names = new CopyOnWriteArrayList<>();
    volatile boolean down;

    IdentityProvider provider() {
        return (IdentityProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IdentityProvider.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setEnabled" -> note(calls, arguments[0] + " " + arguments[1]);
                        case "setName" -> note(names, arguments[0] + " " + arguments[1]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    private void note(List<String> where, String call) {
        if (down) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The identity server does not answer");
        }
        where.add(call);
    }
}

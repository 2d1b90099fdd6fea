package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An identity server that only opens and shuts realms, and that can be stopped. */
final class FakeIdentity {

    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean down;

    IdentityProvider provider() {
        return (IdentityProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IdentityProvider.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("setEnabled")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    setEnabled((String) arguments[0], (Boolean) arguments[1]);
                    return null;
                });
    }

    private void setEnabled(String realm, boolean enabled) {
        if (down) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The identity server does not answer");
        }
        calls.add(realm + " " + enabled);
    }
}

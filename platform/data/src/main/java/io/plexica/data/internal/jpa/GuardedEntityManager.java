package io.plexica.data.internal.jpa;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.work.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.persistence.EntityManager;

/** An entity manager as a plugin sees it: its life and its transaction belong to the unit of work. */
final class GuardedEntityManager {

    private static final Set<String> REFUSED =
            Set.of("getTransaction", "close", "joinTransaction", "unwrap", "getDelegate", "getEntityManagerFactory");

    private GuardedEntityManager() {}

    static EntityManager of(EntityManager manager, UnitOfWork unit) {
        return (EntityManager) Proxy.newProxyInstance(
                GuardedEntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, args) -> {
                    String name = method.getName();
                    if (REFUSED.contains(name)) {
                        throw new PlexicaException(
                                ErrorCode.INTERNAL_ERROR,
                                name
                                        + " is refused: the entity manager belongs to the unit of work, which ends when the"
                                        + " work returns or throws");
                    }
                    switch (name) {
                        case "equals":
                            return args != null && proxy == args[0];
                        case "hashCode":
                            return System.identityHashCode(proxy);
                        case "isOpen", "toString":
                            break;
                        default:
                            unit.checkUsable();
                    }
                    try {
                        return method.invoke(manager, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

package io.plexica.data.internal.jpa;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

/**
 * The connection that a persistence provider gets where no unit of work is open, as when it logs in: it leads nowhere, so
 * that neither a published plugin nor a forgotten lazy relation reaches any tenant's table.
 */
final class UnconnectedDataSource {

    private static final Set<String> IGNORED = Set.of("close", "commit", "rollback", "setAutoCommit", "setReadOnly");

    static final Connection CONNECTION = (Connection) Proxy.newProxyInstance(
            UnconnectedDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                String name = method.getName();
                if (IGNORED.contains(name)) {
                    return null;
                }
                return switch (name) {
                    case "isClosed", "isReadOnly", "isWrapperFor" -> false;
                    case "getAutoCommit" -> true;
                    case "equals" -> args != null && proxy == args[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "Connection[none]";
                    default ->
                        throw new PlexicaException(
                                ErrorCode.INTERNAL_ERROR,
                                "Entities can be read and changed within a unit of work only, and lazy relations too");
                };
            });

    private UnconnectedDataSource() {}
}

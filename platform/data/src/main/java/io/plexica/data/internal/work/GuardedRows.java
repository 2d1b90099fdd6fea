package io.plexica.data.internal.work;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they are handed out. They know their statement, and that one knows the bare connection: the guarded one stands in
 * its place, so that this way back is closed.
 */
final class GuardedRows implements InvocationHandler {

    private final UnitOfWork unit;
    private final @Nullable Object statement;
    private final ResultSet rows;

    private GuardedRows(UnitOfWork unit, @Nullable Object statement, ResultSet rows) {
        this.unit = unit;
        this.statement = statement;
        this.rows = rows;
    }

    /** What a call returned, guarded when it is rows. */
    static @Nullable Object guard(UnitOfWork unit, @Nullable Object statement, @Nullable Object result) {
        if (!(result instanceof ResultSet rows)) {
            return result;
        }
        return Proxy.newProxyInstance(
                GuardedRows.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                new GuardedRows(unit, statement, rows));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "getStatement" -> statement;
            case "unwrap" -> throw GuardedConnection.refused("unwrap");
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> GuardedConnection.invoke(unit, rows, method, args);
        };
    }
}

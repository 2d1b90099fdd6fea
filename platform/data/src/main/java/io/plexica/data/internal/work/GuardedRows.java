package io.plexica.data.internal.work;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Rows as they are handed out: their statement is the guarded one. */
final class GuardedRows implements InvocationHandler {

    private final Object statement;
    private final ResultSet rows;

    GuardedRows(Object statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        switch (method.getName()) {
            case "getStatement":
                return statement;
            case "unwrap":
                throw GuardedConnection.refused("unwrap");
            case "equals":
                return args != null && proxy == args[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                break;
        }
        try {
            return method.invoke(rows, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

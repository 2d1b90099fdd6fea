package io.plexica.data.internal.work;

import io.plexica.data.internal.metrics.QueryTimes.Operation;
import io.plexica.data.internal.sql.StatementKind;
import io.plexica.spi.tracing.Span;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is handed out. Its role is current again whenever it runs, however long ago it was prepared, and SQL
 * that may leave something in the session is noted.
 */
final class GuardedStatement implements InvocationHandler {

    private final GuardedConnection guard;
    private final Connection connection;
    private final Statement statement;
    private Operation operation;
    private boolean touchesSession;

    GuardedStatement(
            GuardedConnection guard,
            Connection connection,
            Statement statement,
            StatementKind prepared,
            Operation operation) {
        this.guard = guard;
        this.connection = connection;
        this.statement = statement;
        this.operation = operation;
        this.touchesSession = prepared == StatementKind.SESSION;
    }

    /** Refuses SQL that switches roles or ends the transaction. */
    static StatementKind refuseForeign(String sql) {
        StatementKind kind = StatementKind.of(sql);
        if (kind == StatementKind.REFUSED) {
            throw GuardedConnection.refused("SQL that changes the role or ends the transaction");
        }
        return kind;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return execute(proxy, method, args);
        }
        return switch (name) {
            case "addBatch" -> addBatch(method, args);
            case "getConnection" -> connection;
            case "getResultSet", "getGeneratedKeys" -> GuardedRows.guard(guard.unit(), proxy, call(method, args));
            case "getParameterMetaData", "getMetaData" -> {
                guard.ready();
                yield call(method, args);
            }
            case "unwrap" -> throw GuardedConnection.refused("unwrap");
            case "isWrapperFor" -> false;
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(method, args);
        };
    }

    private @Nullable Object execute(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        note(args);
        if (touchesSession) {
            // Such as one that sets a savepoint.
            guard.unit().divide();
        }
        guard.ready();
        long began = System.nanoTime();
        Span span = operation.span();
        try {
            return GuardedRows.guard(guard.unit(), proxy, call(method, args));
        } catch (SQLException e) {
            span.fail(String.valueOf(e.getSQLState()));
            throw e;
        } finally {
            span.close();
            guard.unit().times().ran(operation, System.nanoTime() - began);
            if (touchesSession) {
                guard.unit().sessionTouched();
            }
        }
    }

    private @Nullable Object addBatch(Method method, Object @Nullable [] args) throws Throwable {
        note(args);
        return call(method, args);
    }

    private void note(Object @Nullable [] args) {
        if (args != null && args[0] instanceof String sql) {
            touchesSession |= refuseForeign(sql) == StatementKind.SESSION;
            operation = Operation.of(sql);
        }
    }

    private Object call(Method method, Object @Nullable [] args) throws Throwable {
        return GuardedConnection.invoke(guard.unit(), statement, method, args);
    }
}

package io.plexica.data.internal.work;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.metrics.QueryTimes.Operation;
import io.plexica.data.internal.sql.StatementKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is handed out: it does everything under one role, and neither the transaction nor the session's
 * settings can be touched. Nothing is asked of the pool before something needs the server.
 */
public final class GuardedConnection implements InvocationHandler {

    private static final Set<String> THE_UNITS_OWN = Set.of("commit", "close", "setAutoCommit", "setReadOnly");
    private static final Set<String> REFUSED = Set.of(
            "abort",
            "setTransactionIsolation",
            "setCatalog",
            "setSchema",
            "setHoldability",
            "setClientInfo",
            "setNetworkTimeout",
            "setTypeMap",
            "setShardingKey",
            "setShardingKeyIfValid",
            "unwrap",
            "beginRequest",
            "endRequest");

    private final UnitOfWork unit;
    private final DataRole role;
    private final boolean quiet;

    private GuardedConnection(UnitOfWork unit, DataRole role, boolean quiet) {
        this.unit = unit;
        this.role = role;
        this.quiet = quiet;
    }

    /** A connection that refuses what belongs to the unit of work. */
    public static Connection refusing(UnitOfWork unit, DataRole role) {
        return proxy(new GuardedConnection(unit, role, false));
    }

    /** A connection for a persistence provider, which ends transactions as it sees fit: that changes nothing. */
    public static Connection quiet(UnitOfWork unit, DataRole role) {
        return proxy(new GuardedConnection(unit, role, true));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        String name = method.getName();
        if (REFUSED.contains(name)) {
            throw refused(name);
        }
        if (THE_UNITS_OWN.contains(name) || (name.equals("rollback") && args == null)) {
            if (!quiet) {
                throw refused(name);
            }
            return null;
        }
        return switch (name) {
            case "createStatement", "prepareStatement", "prepareCall" -> statement((Connection) proxy, method, args);
            case "getMetaData" -> metaData((Connection) proxy);
            case "setSavepoint" -> setSavepoint(method, args);
            case "rollback" -> rollBackToSavepoint(method, args);
            case "getAutoCommit", "isWrapperFor", "isReadOnly" -> false;
            case "isClosed" -> !isUsable();
            case "getSchema" -> role.schema();
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "Connection[" + role + "]";
            default -> call(method, args);
        };
    }

    /** Prepares the connection for another statement. */
    Connection ready() throws SQLException {
        return unit.as(role);
    }

    UnitOfWork unit() {
        return unit;
    }

    private Object statement(Connection proxy, Method method, Object @Nullable [] args) throws Throwable {
        StatementKind kind = StatementKind.PLAIN;
        Operation operation = Operation.OTHER;
        if (args != null && args[0] instanceof String sql) {
            kind = GuardedStatement.refuseForeign(sql);
            operation = Operation.of(sql);
        }
        Statement statement = (Statement) call(method, args);
        Class<?> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {type},
                new GuardedStatement(this, proxy, statement, kind, operation));
    }

    private Object metaData(Connection proxy) throws SQLException {
        DatabaseMetaData metaData = ready().getMetaData();
        return Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (p, method, args) -> {
                    if (method.getName().equals("getConnection")) {
                        return proxy;
                    }
                    if (method.getName().equals("unwrap")) {
                        throw refused("unwrap");
                    }
                    ready();
                    return GuardedRows.guard(unit, null, invoke(unit, metaData, method, args));
                });
    }

    private Object setSavepoint(Method method, Object @Nullable [] args) throws Throwable {
        unit.divide();
        return call(method, args);
    }

    private @Nullable Object rollBackToSavepoint(Method method, Object @Nullable [] args) throws Throwable {
        Object result = call(method, args);
        unit.rolledBackToSavepoint();
        return result;
    }

    private Object call(Method method, Object @Nullable [] args) throws Throwable {
        return invoke(unit, ready(), method, args);
    }

    private boolean isUsable() {
        try {
            unit.checkUsable();
            return true;
        } catch (PlexicaException e) {
            return false;
        }
    }

    @SuppressWarnings("NullAway") // What JDBC returns may be null, and then so may this.
    static Object invoke(UnitOfWork unit, Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException sql) {
                unit.failed(sql);
            }
            throw cause;
        }
    }

    static PlexicaException refused(String what) {
        return new PlexicaException(
                ErrorCode.INTERNAL_ERROR,
                what + " is refused: transaction, role and session belong to the unit of work, which ends when the work"
                        + " returns or throws");
    }

    private static Connection proxy(GuardedConnection guard) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, guard);
    }
}

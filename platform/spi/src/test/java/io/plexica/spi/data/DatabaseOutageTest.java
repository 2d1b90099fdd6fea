package io.plexica.spi.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseOutageTest {

    /** Only what a proxy makes of the interface's own methods is asked for. */
    private static final InvocationHandler DEFAULTS = (proxy, method, arguments) -> {
        if (method.getName().equals("meaning")) {
            return Optional.ofNullable(
                    arguments[0] instanceof SQLException sql
                            ? new DatabaseException(ErrorCode.UNAVAILABLE, "try again", sql)
                            : null);
        }
        return InvocationHandler.invokeDefault(proxy, method, arguments);
    };

    private final Database database = (Database)
            Proxy.newProxyInstance(Database.class.getClassLoader(), new Class<?>[] {Database.class}, DEFAULTS);

    @ParameterizedTest
    @CsvSource({"08006, true", "53300, true", "57014, false", "55P03, false", "40001, false"})
    void whatMayBeSoEachTimeIsNoOutageWhateverItIsWrappedIn(String state, boolean outage) {
        SQLException said = new SQLException("said so", state);
        PlexicaException coded = new DatabaseException(ErrorCode.UNAVAILABLE, "try again", said);
        assertThat(database.isOutage(said)).isEqualTo(outage);
        assertThat(database.isOutage(coded)).isEqualTo(outage);
        assertThat(database.isOutage(new IllegalStateException(coded))).isEqualTo(outage);
        assertThat(database.isOutage(new PlexicaException(ErrorCode.UNAVAILABLE, "nothing was kept", coded)))
                .isEqualTo(outage);
        assertThat(database.isOutage(new PlexicaException(ErrorCode.PLUGIN_ERROR, "in its own words", said)))
                .isEqualTo(outage);
    }

    @Test
    void aPoolWhoseConnectionsStayBusyIsOne() {
        PlexicaException busy = new PlexicaException(ErrorCode.UNAVAILABLE, "busy", new InterruptedException());
        assertThat(database.isOutage(busy)).isTrue();
        assertThat(database.isOutage(new IllegalStateException(busy))).isTrue();
        assertThat(database.isOutage(PlexicaException.notFound("none"))).isFalse();
        assertThat(database.isOutage(new IllegalStateException())).isFalse();
    }
}

package io.plexica.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.migrate.MigrationFailedException;
import io.plexica.data.internal.pool.SqlFailures;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartNoticeTest {

    private final List<String> told = new ArrayList<>();
    private final StartNotice notice = new StartNotice(told::add);

    @Test
    void whatNoFurtherTryMendsIsToldOnceAndInOneLine() {
        PlexicaException old = new PlexicaException(ErrorCode.INTERNAL_ERROR, "PostgreSQL 9 is too old");
        notice.failed(old, "PostgreSQL 9\n  is too old");
        notice.failed(old, "PostgreSQL 9\n  is too old");
        notice.failed(MigrationFailedException.unsuitable("no"), "no tables");
        notice.failed(SqlFailures.of(new SQLException("password", "28P01")), "a login");
        assertThat(told)
                .containsExactly(
                        "Plexica does not start: PostgreSQL 9 is too old",
                        "Plexica does not start: no tables",
                        "Plexica does not start: a login");
    }

    @Test
    void whatMayPassIsNotTold() {
        notice.failed(new IOException("the server does not answer yet"), "a");
        notice.failed(SqlFailures.of(new SQLException("away", "08006")), "b");
        notice.failed(
                new PlexicaException(ErrorCode.INTERNAL_ERROR, "b", new SQLException("somebody holds it", "55P03")),
                "c");
        notice.failed(new PlexicaException(ErrorCode.UNAVAILABLE, "the vault is away"), "d");
        assertThat(told).isEmpty();
    }
}

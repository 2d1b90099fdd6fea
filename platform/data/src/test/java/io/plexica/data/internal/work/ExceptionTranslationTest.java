package io.plexica.data.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class ExceptionTranslationTest {

    @ParameterizedTest
    @CsvSource({
        "57014, UNAVAILABLE",
        "55P03, UNAVAILABLE",
        "40P01, UNAVAILABLE",
        "53100, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "23505, CONFLICT",
        "23503, CONFLICT",
        "22021, VALIDATION_FAILED"
    })
    void whatACallerCanActOnIsToldAlikeWhoeverLetItThrough(String state, ErrorCode code) {
        SQLException bare = new SQLException("no", state);
        assertThat(code(bare)).isEqualTo(code);
        assertThat(code(new PersistenceException(bare))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42501", "22P02", "28P01"})
    void aMistakeOfTheStatementStaysItsAuthors(String state) {
        SQLException bare = new SQLException("no", state);
        PersistenceException wrapped = new PersistenceException(bare);
        assertThat(ExceptionTranslation.translate(bare)).isSameAs(bare);
        assertThat(ExceptionTranslation.translate(wrapped)).isSameAs(wrapped);
    }

    @Test
    void aQuotaIsWantOfRoomAlsoForOneStatementOfMany() {
        PSQLException quota = new PSQLException(
                new ServerErrorMessage("SERROR\0CXX000\0Mcould not extend file: Disk quota exceeded\0Fmd.c\0"));
        assertThat(code(quota)).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(code(new BatchUpdateException("one of many", "XX000", new int[0], quota)))
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void whatAnAuthorMadeOfARefusalStaysHis() {
        RuntimeException business = new IllegalStateException(new SQLException("no", "23505"));
        assertThat(ExceptionTranslation.translate(business)).isSameAs(business);
        assertThat(ExceptionTranslation.meaning(business)).isNotNull();
        assertThat(code(new IllegalStateException(new SQLException("no", "08006"))))
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void somebodyElsesChangeIsAConflict() {
        assertThat(code(new OptimisticLockException("moved"))).isEqualTo(ErrorCode.CONFLICT);
        assertThat(code(new PersistenceException(new OptimisticLockException("moved"))))
                .isEqualTo(ErrorCode.CONFLICT);
    }

    private static ErrorCode code(Exception thrown) {
        return ((PlexicaException) ExceptionTranslation.translate(thrown)).code();
    }
}

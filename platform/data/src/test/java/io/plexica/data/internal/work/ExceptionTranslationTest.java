package io.plexica.data.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.DatabaseException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class ExceptionTranslationTest {

    private final ExceptionTranslation translation = new ExceptionTranslation();

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
        SQLException bare = thrown(state);
        assertThat(code(bare)).isEqualTo(code);
        assertThat(code(new PersistenceException(bare))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42501", "22P02", "28P01"})
    void aMistakeOfTheStatementStaysItsAuthors(String state) {
        SQLException bare = thrown(state);
        PersistenceException wrapped = new PersistenceException(bare);
        assertThat(translation.translate(bare)).isSameAs(bare);
        assertThat(translation.translate(wrapped)).isSameAs(wrapped);
    }

    @Test
    void aQuotaIsWantOfRoomAlsoForOneStatementOfMany() {
        PSQLException quota = new PSQLException(
                new ServerErrorMessage("SERROR\0CXX000\0Mcould not extend file: Disk quota exceeded\0Fmd.c\0"));
        translation.thrown(quota);
        assertThat(code(quota)).isEqualTo(ErrorCode.UNAVAILABLE);
        BatchUpdateException oneOfMany = new BatchUpdateException("one of many", "XX000", new int[0], quota);
        translation.thrown(oneOfMany);
        assertThat(code(oneOfMany)).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void whatAnAuthorMadeOfARefusalStaysHis() {
        RuntimeException business = new IllegalStateException(thrown("23505"));
        assertThat(translation.translate(business)).isSameAs(business);
        assertThat(translation.meaning(business)).isNotNull();
        assertThat(code(new IllegalStateException(thrown("08006")))).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "40P01", "23505"})
    void anotherDatabasesFailureIsOfWhoeverUsesIt(String state) {
        SQLException foreign = new SQLException("no", state);
        assertThat(translation.translate(foreign)).isSameAs(foreign);
        assertThat(translation.meaning(new PersistenceException(foreign))).isNull();
    }

    @Test
    void whatSomebodyGaveACodeKeepsItHoweverItIsWrapped() {
        Exception wrapped = new CompletionException(new PlexicaException(ErrorCode.CONFLICT, "taken", thrown("40P01")));
        assertThat(translation.translate(wrapped)).isSameAs(wrapped);
        assertThat(translation.meaning(wrapped)).isNull();
    }

    @Test
    void whatThePlatformMadeOfAnOutageIsOneHoweverItIsWrapped() {
        DatabaseException away = new DatabaseException(ErrorCode.UNAVAILABLE, "away", new SQLException("no", "08006"));
        assertThat(translation.translate(new IllegalStateException(away))).isSameAs(away);
        PlexicaException busy = new PlexicaException(ErrorCode.UNAVAILABLE, "all connections stayed busy");
        assertThat(translation.translate(new IllegalStateException("could not save", busy)))
                .isSameAs(busy);
        assertThat(translation.translate(busy)).isSameAs(busy);
    }

    @Test
    void somebodyElsesChangeIsAConflict() {
        assertThat(code(new OptimisticLockException("moved"))).isEqualTo(ErrorCode.CONFLICT);
        assertThat(code(new PersistenceException(new OptimisticLockException("moved"))))
                .isEqualTo(ErrorCode.CONFLICT);
    }

    private SQLException thrown(String state) {
        SQLException thrown = new SQLException("no", state);
        translation.thrown(thrown);
        return thrown;
    }

    private ErrorCode code(Exception thrown) {
        return ((PlexicaException) translation.translate(thrown)).code();
    }
}

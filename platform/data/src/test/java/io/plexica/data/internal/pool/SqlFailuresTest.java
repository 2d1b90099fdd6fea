package io.plexica.data.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class SqlFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "PANIC,XX000,could not write to log file: File too large",
        "PANIC,53100,could not write to file: No space left on device",
        "ERROR,53100,could not extend file: No space left on device",
        "ERROR,58030,could not read block: Input/output error",
        "FATAL,57P02,terminating connection because of crash of another server process"
    })
    void aServerThatEndsOrHasNoRoomIsNotThereForNow(String severity, String state, String message) {
        assertThat(SqlFailures.of(failure(severity, state, message)).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "XX000,could not extend file: File too large,md.c",
        "XX000,could not write to file: Disk quota exceeded,slru.c",
        "42501,could not open file: Read-only file system,fd.c"
    })
    void filesThatItCannotWriteAreWantOfRoom(String state, String message, String source) {
        assertThat(SqlFailures.of(failure("ERROR", state, message, source)).code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"42501,permission denied for table contact,aclchk.c", "XX000,cache lookup failed,lsyscache.c"})
    void whatOtherPartsOfItSayIsNoWantOfRoom(String state, String message, String source) {
        assertThat(SqlFailures.of(failure("ERROR", state, message, source)).code())
                .isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "42P01,relation does not exist",
        "22023,role does not exist",
        "3F000,schema does not exist",
        "42704,type does not exist"
    })
    void aTenantWithoutTablesIsBeingMadeOrRemoved(String state, String message) {
        assertThat(SqlFailures.ofUnfinished(failure("ERROR", state, message)).code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(SqlFailures.of(failure("ERROR", state, message)).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(SqlFailures.ofUnfinished(failure("ERROR", "42703", "column does not exist"))
                        .code())
                .isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @Test
    void aServerThatEndsTakesItsConnectionsAlong() {
        assertThat(SqlFailures.isConnectionLoss(failure("PANIC", "XX000", "could not write to log file")))
                .isTrue();
        assertThat(SqlFailures.isConnectionLoss(failure("ERROR", "XX000", "cache lookup failed")))
                .isFalse();
    }

    @Test
    void whatItMerelyRefusesIsAFailureOfOurs() {
        assertThat(SqlFailures.of(failure("ERROR", "XX000", "cache lookup failed"))
                        .code())
                .isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    private static PSQLException failure(String severity, String state, String message) {
        return failure(severity, state, message, "elog.c");
    }

    private static PSQLException failure(String severity, String state, String message, String source) {
        return new PSQLException(
                new ServerErrorMessage("S" + severity + "\0C" + state + "\0M" + message + "\0F" + source + "\0"));
    }
}

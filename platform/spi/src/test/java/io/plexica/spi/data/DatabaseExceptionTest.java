package io.plexica.spi.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseExceptionTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "53300, true",
        "57P01, true",
        "57014, false",
        "55P03, false",
        "40001, false",
        "40P01, false"
    })
    void whatMayFailEachTimeIsTheFailureOfWhoeverWasAtWork(String state, boolean ofDatabase) {
        DatabaseException failure =
                new DatabaseException(ErrorCode.UNAVAILABLE, "try again", new SQLException("said so", state));
        assertThat(failure.isOfDatabase()).isEqualTo(ofDatabase);
        assertThat(failure.explained()).isEqualTo("try again: said so");
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, 23505", "INTERNAL_ERROR, 08006"})
    void whatIsNotSaidToBeAwayIsNot(ErrorCode code, String state) {
        assertThat(new DatabaseException(code, "no", new SQLException("said so", state)).isOfDatabase())
                .isFalse();
    }
}

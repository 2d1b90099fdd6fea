package io.plexica.web.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "57014, UNAVAILABLE",
        "55P03, UNAVAILABLE",
        "40P01, UNAVAILABLE",
        "53100, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "23505, CONFLICT",
        "22021, VALIDATION_FAILED"
    })
    void what_the_database_says_is_told_as_what_the_caller_can_do(String state, ErrorCode code) {
        assertThat(SqlProblems.of(new IllegalStateException(new SQLException("no", state))))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"42P01", "42501", "22P02"})
    void a_mistake_of_the_statement_stays_the_plugins(String state) {
        assertThat(SqlProblems.of(new SQLException("no", state))).isEmpty();
    }
}

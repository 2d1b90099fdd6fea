package io.plexica.web.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.spi.data.DatabaseException;
import io.plexica.web.internal.support.FakeDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextProblemsTest {

    private final ContextProblems problems = new ContextProblems(new FakeDatabase());

    @ParameterizedTest
    @CsvSource({"23505, conflict", "08006, unavailable", "42P01, internal-error"})
    void work_that_no_call_waits_for_ends_as_a_call_would(String state, String code) {
        DatabaseException failure =
                new DatabaseException(ErrorCode.INTERNAL_ERROR, "refused", new SQLException("secret", state));
        assertThat(problems.write(new CompletionException(failure), null))
                .contains("\"code\":\"" + code + "\"")
                .doesNotContain("secret");
    }
}

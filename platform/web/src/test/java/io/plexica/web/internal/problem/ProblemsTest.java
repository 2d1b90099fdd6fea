package io.plexica.web.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void a_request_that_breaks_off_or_stands_still_is_no_failure_of_the_platform() {
        IOException still = new IOException(new TimeoutException("Idle timeout expired: 30001/30000 ms"));

        assertThat(Problems.of(still, null).code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(Problems.of(still, null).errors()).hasSize(1);
        assertThat(Problems.of(new EofException("Early EOF"), null).code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(Problems.of(new IOException("a disk"), null).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }
}

package io.plexica.web.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemDocumentTest {

    @Test
    void of_more_errors_than_anybody_reads_the_first_are_told_and_how_many_there_are() throws IOException {
        JsonNode many = errors(50_000);
        assertThat(many).hasSize(1001);
        assertThat(many.get(999).path("pointer").asText()).isEqualTo("/tenants/999");
        assertThat(many.get(1000).path("pointer").asText()).isEmpty();
        assertThat(many.get(1000).path("message").asText()).startsWith("and 49000 more");
        assertThat(errors(1000)).hasSize(1000);
    }

    private static JsonNode errors(int count) throws IOException {
        List<FieldError> errors = IntStream.range(0, count)
                .mapToObj(i -> new FieldError("/tenants/" + i, "is unknown"))
                .toList();
        byte[] document = ProblemDocument.write(Problem.of(PlexicaException.validation(errors)), null, "trace");
        return new ObjectMapper().readTree(document).path("errors");
    }
}

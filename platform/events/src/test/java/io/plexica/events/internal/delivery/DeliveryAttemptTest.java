package io.plexica.events.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.DatabaseException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryAttemptTest {

    @Test
    void the_reason_says_what_the_database_said() {
        SQLException said = new SQLException("duplicate key violates items_name_key\0", "23505");
        assertThat(DeliveryAttempt.reason(new DatabaseException(ErrorCode.CONFLICT, "duplicate: there is one", said)))
                .isEqualTo("duplicate: there is one: duplicate key violates items_name_key");
        assertThat(DeliveryAttempt.reason(PlexicaException.notFound("none"))).isEqualTo("none");
        assertThat(DeliveryAttempt.reason(said))
                .isEqualTo("java.sql.SQLException: duplicate key violates items_name_key");
    }
}

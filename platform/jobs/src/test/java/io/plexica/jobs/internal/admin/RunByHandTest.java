package io.plexica.jobs.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.jobs.internal.JobsRoom.Node;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.jobs.JobHandlers.Outcome;
import io.plexica.spi.web.IfMatch;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A run that somebody has asked for is owed until it is over, unless the job is paused after that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunByHandTest extends JobAdminCase {

    @Test
    void one_that_is_paused_can_be_run_by_hand_and_stays_paused() {
        admin.pause(ACME, id, IfMatch.ANY);
        admin.run(ACME, id, IfMatch.ANY);

        soon(() -> assertThat(node.plugins.done()).containsExactly("acme:crm:tidy"));
        soon(() -> assertThat(node.job("acme").status()).isEqualTo("PAUSED"));
    }

    @Test
    void one_that_is_paused_and_run_by_hand_where_it_cannot_run_is_owed_until_it_has_run() {
        node.plugins.answer(Outcome.NOT_HERE);
        admin.pause(ACME, id, IfMatch.ANY);
        admin.run(ACME, id, IfMatch.ANY);
        for (int round = 0; round < 3; round++) {
            soon(() -> assertThat(room.rows("SELECT 1 FROM core.jobs_due WHERE NOT picked AND execution_time > now()"))
                    .hasSize(1));
            room.letTimePass();
        }
        node.plugins.answer(Outcome.DONE);
        room.letTimePass();

        soon(() -> assertThat(node.job("acme").status()).isEqualTo("PAUSED"));
        assertThat(node.plugins.done()).containsExactly("acme:crm:tidy");
        assertThat(room.rows("SELECT trigger FROM core.jobs_runs")).containsExactly("HAND");
    }

    @Test
    void one_that_is_run_by_hand_and_paused_before_it_could_run_does_not() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        node.plugins.handle((tenant, plugin, run) -> {
            begun.countDown();
            end.await();
            throw new DatabaseException(ErrorCode.UNAVAILABLE, "away", new SQLException("", "08006"));
        });
        admin.run(ACME, id, IfMatch.ANY);
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();
        admin.pause(ACME, id, IfMatch.ANY);
        end.countDown();

        soon(() -> assertThat(node.job("acme").status()).isEqualTo("PAUSED"));
        assertThat(room.rows("SELECT 1 FROM core.jobs_due")).isEmpty();
    }

    @Test
    void one_that_is_paused_and_run_by_hand_on_a_node_that_is_lost_is_run_by_another() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        node.plugins.handle((tenant, plugin, run) -> {
            begun.countDown();
            end.await();
        });
        admin.pause(ACME, id, IfMatch.ANY);
        admin.run(ACME, id, IfMatch.ANY);
        assertThat(begun.await(40, TimeUnit.SECONDS)).isTrue();
        node.database.setDown(true);
        Node other = room.anotherNode();
        other.start();

        soon(() -> assertThat(other.plugins.done()).containsExactly("acme:crm:tidy"));
        soon(() -> assertThat(other.job("acme").status()).isEqualTo("PAUSED"));
        end.countDown();
    }
}

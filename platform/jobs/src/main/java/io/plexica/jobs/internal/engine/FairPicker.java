package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Picks jobs that are due, of each plugin only as many as it may have. The plugins with jobs are found by leaps along an
 * index, so that a look costs two probes for each plugin, however many tenants there are.
 */
final class FairPicker extends PostgreSqlJdbcCustomization {

    private static final String PICK = """
            WITH RECURSIVE plugins AS (
                (SELECT plugin_id FROM core.jobs_due WHERE NOT picked ORDER BY plugin_id LIMIT 1)
                UNION ALL
                SELECT (SELECT d.plugin_id FROM core.jobs_due d WHERE NOT d.picked AND d.plugin_id > p.plugin_id
                        ORDER BY d.plugin_id LIMIT 1)
                FROM plugins p WHERE p.plugin_id IS NOT NULL)
            UPDATE core.jobs_due SET picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
            WHERE (task_name, task_instance) IN (
                SELECT due.task_name, due.task_instance
                FROM plugins p LEFT JOIN unnest(?::text[], ?::integer[]) AS taken (plugin_id, rest) USING (plugin_id)
                CROSS JOIN LATERAL (
                    SELECT d.task_name, d.task_instance, d.execution_time FROM core.jobs_due d
                    WHERE NOT d.picked AND d.plugin_id = p.plugin_id AND d.execution_time <= ?
                    ORDER BY d.execution_time LIMIT coalesce(taken.rest, ?)
                    FOR UPDATE SKIP LOCKED) due
                WHERE p.plugin_id IS NOT NULL
                ORDER BY due.execution_time LIMIT ?)
            RETURNING *""";

    private final PluginShares shares;

    FairPicker(PluginShares shares) {
        super(false, false);
        this.shares = shares;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        Map<String, Integer> rest = shares.rest();
        List<String> plugins = List.copyOf(rest.keySet());
        return context.jdbcRunner.query(
                PICK,
                pick -> {
                    pick.setString(1, context.schedulerName.getName());
                    setInstant(pick, 2, now);
                    pick.setArray(3, pick.getConnection().createArrayOf("text", plugins.toArray()));
                    pick.setArray(
                            4,
                            pick.getConnection()
                                    .createArrayOf(
                                            "integer",
                                            plugins.stream().map(rest::get).toArray()));
                    setInstant(pick, 5, now);
                    pick.setInt(6, shares.whole());
                    pick.setInt(7, limit);
                },
                context.resultSetMapper.get());
    }
}

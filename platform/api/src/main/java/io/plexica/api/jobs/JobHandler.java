package io.plexica.api.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Code of a plugin that does a job. Register it as a DS service and say by {@link HandlesJob} which one; the service property
 * is {@code plexica.job.name}. The manifest lists the name at {@code jobs}, and there says when it is due: by a cron
 * expression, an interval, or not at all for a job that only {@link Jobs#schedule} asks for.
 *
 * <p>It is called on one node at a time, only for tenants that are active and have the plugin enabled, on the version that
 * they are on at that moment, on a thread of the platform's, in the context of the tenant, outside any workspace, on behalf
 * of nobody. It runs in a unit of work that also records that the job was done: what it does in the database happens once.
 * What it does elsewhere may happen again, after a crash between the two; {@link JobRun#id} tells repetitions apart.
 *
 * <p>It may block, but not for longer than the job's {@code timeout} in the manifest, or else the platform's bound (5 minutes
 * unless configured): then it is interrupted and counts as failed. After a failure it is tried again, later and later, five
 * times in all unless configured, and then left until its next regular time. Times
 * that went by while the platform, the tenant or the plugin was away are not made up for one by one: there is one run, or none.
 */
@ConsumerType
@FunctionalInterface
public interface JobHandler {

    /**
     * Does the job.
     *
     * @throws Exception when it cannot; the message is what people read in the job's history
     */
    void run(JobRun run) throws Exception;
}

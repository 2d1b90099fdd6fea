package io.plexica.plugins.internal.host;

import io.plexica.api.jobs.JobHandler;

/**
 * A component that does a job.
 *
 * @param job the job's name
 * @param handler the component
 */
public record HostedJobHandler(String job, JobHandler handler) {}

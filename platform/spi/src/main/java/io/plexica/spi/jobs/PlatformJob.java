package io.plexica.spi.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work of the platform's own that one node is enough for: what is too old goes, what is due is done. Register it as a service;
 * the jobs room finds it, keeps when it is due in the database and has one node do it, so a room that registers one does not
 * depend on who runs it. Operators see it beside the jobs of plugins, under the plugin id {@value #OWNER} and without a tenant.
 *
 * <p>{@link #run} is called on a thread of the jobs room, in a context of the platform on behalf of the system, outside any unit
 * of work; it may block, and works in pieces, each in a unit of work of its own. It may be interrupted when the platform stops,
 * and then had better return soon. After a failure, or when a node died in the middle, it is called again, and in the worst case
 * by two nodes at once: so what it has done already must do no harm to do again. It is called only while the jobs room is there
 * and nobody has paused it, so nothing may rely on its having run: what is over must not count any more although it still lies there.
 */
@ConsumerType
public interface PlatformJob {

    /** In place of a plugin's id. No plugin can have it. */
    String OWNER = "core";

    /** What it is called: the room and what it does there, such as {@code audit.retention}. Never another. */
    String name();

    /** When it is due: a cron expression or an interval, as {@link Schedules} reads them. */
    String schedule();

    /**
     * Does what there is to do.
     *
     * @throws Exception when it cannot; the message is what operators read in the job's history
     */
    void run() throws Exception;
}

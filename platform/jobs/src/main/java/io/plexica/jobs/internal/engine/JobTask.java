package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one task that the library knows: whatever is due, and whatever its node has left, is a job. What becomes of it is said
 * when it is done, not by what comes back.
 */
final class JobTask extends AbstractTask<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);

    private final Consumer<Execution> work;

    /**
     * A task.
     *
     * @param work what is done with a job that is due
     * @param left what is done with one whose node has not been heard of for too long
     */
    JobTask(Consumer<Execution> work, Consumer<Execution> left) {
        super(JobKey.TASK, Void.class, JobTask::unsaid, (dead, operations) -> left.accept(dead.getExecution()), 0);
        this.work = work;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        work.accept(context.getExecution());
        return (complete, operations) -> {};
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        throw new UnsupportedOperationException("Jobs are listed by their tenants");
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        throw new UnsupportedOperationException("Jobs are listed by their tenants");
    }

    /** It could not be said what became of it: so it lies there until it is found left, and its run tells. */
    private static void unsaid(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        LOG.warn(
                "What became of {} is not known yet, and is looked up after a while",
                failed.getExecution(),
                failed.getCause().orElse(null));
    }
}

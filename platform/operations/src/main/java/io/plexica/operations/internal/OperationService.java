package io.plexica.operations.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.jobs.PlatformJob;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.ProblemWriter;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs long work on threads of its own and writes down what becomes of it. */
@Component(
        service = {Operations.class, OperationService.class, TenantListener.class, PlatformJob.class},
        immediate = true,
        configurationPid = "io.plexica.operations",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OperationsConfig.class)
public final class OperationService implements Operations, TenantListener, PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(OperationService.class);

    private final OperationJournal journal;
    private final ProblemWriter problems;
    private final OperationsSettings settings;
    private final Workers workers;
    private final NodeHeartbeat housekeeper;
    private final ResultWriter results = new ResultWriter();

    @Activate
    public OperationService(
            OperationsConfig config,
            @Reference Database database,
            @Reference Signals signals,
            @Reference ProblemWriter problems,
            @Reference(target = "(plexica.room=operations)") SchemaReady schemaReady) {
        this(database, signals, problems, OperationsSettings.of(config));
    }

    OperationService(Database database, Signals signals, ProblemWriter problems, OperationsSettings settings) {
        this.journal = new OperationJournal(database, signals);
        this.problems = problems;
        this.settings = settings;
        this.workers = new Workers(settings.threads(), settings.queue());
        this.housekeeper = new NodeHeartbeat(journal, problems, settings);
        housekeeper.start();
    }

    @Deactivate
    void stop() {
        workers.close();
        housekeeper.close();
    }

    @Override
    public Operation start(String type, @Nullable String tenantSlug, Task task) {
        return start(type, tenantSlug, null, task);
    }

    @Override
    public Operation startAbout(String type, String about, Task task) {
        return start(type, null, about, task);
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            housekeeper.tenantGone();
        }
    }

    @Override
    public String name() {
        return "operations.retention";
    }

    @Override
    public String schedule() {
        return "PT1H";
    }

    /** Forgets old operations, and what came out of those about tenants that are gone. */
    @Override
    public void run() {
        journal.forget(settings.retention());
        journal.forgetGone();
    }

    private Operation start(String type, @Nullable String tenantSlug, @Nullable String about, Task task) {
        ExecutionContext found = Contexts.find();
        ExecutionContext context = found == null ? ExecutionContext.platform(Contexts.newTraceId()) : found;
        workers.enter();
        boolean handedOver = false;
        try {
            OperationRow row = journal.begin(OperationStart.of(type, tenantSlug, about, context));
            RunningOperation running =
                    new RunningOperation(row.operation().id(), journal, housekeeper.writer(), settings.pause());
            housekeeper.add(running);
            workers.execute(() -> run(type, running, context, task));
            handedOver = true;
            return row.operation();
        } catch (RejectedExecutionException e) {
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is stopping: try again later", e);
        } finally {
            if (!handedOver) {
                workers.leave();
            }
        }
    }

    /** One operation, if the viewer may see it. */
    public OperationRow get(UUID id, Viewer viewer) {
        return journal.find(id)
                .filter(viewer::sees)
                .orElseThrow(() -> PlexicaException.notFound("There is no operation " + id));
    }

    /** A page of the operations that the viewer may see. */
    public Page<OperationRow> list(Viewer viewer, OperationQuery query) {
        return journal.page(viewer, query);
    }

    private void run(String type, RunningOperation operation, ExecutionContext context, Task task) {
        try (Contexts.Scope scope = Contexts.open(context)) {
            housekeeper.end(operation, attempt(type, operation, task));
        }
    }

    private OperationEnd attempt(String type, RunningOperation operation, Task task) {
        try {
            Object result = task.run(operation);
            return result instanceof Unsuccessful unsuccessful
                    ? unsuccessful(type, operation, unsuccessful)
                    : OperationEnd.succeeded(results.write(result));
        } catch (PlexicaException e) {
            LOG.info("The operation {} {} failed: {}", type, operation.id(), e.getMessage());
            LOG.debug("Why the operation {} failed", operation.id(), e);
            return failed(operation, e);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("The operation {} {} failed", type, operation.id(), e);
            return failed(operation, e);
        }
    }

    private OperationEnd unsuccessful(String type, RunningOperation operation, Unsuccessful end)
            throws JsonProcessingException {
        LOG.info(
                "The operation {} {} failed: {}",
                type,
                operation.id(),
                end.problem().getMessage());
        return OperationEnd.failed(results.write(end.result()), problem(operation, end.problem()));
    }

    private OperationEnd failed(RunningOperation operation, Throwable failure) {
        return OperationEnd.failed(problem(operation, failure));
    }

    private String problem(RunningOperation operation, Throwable failure) {
        return problems.write(failure, NodeHeartbeat.instance(operation.id()));
    }
}

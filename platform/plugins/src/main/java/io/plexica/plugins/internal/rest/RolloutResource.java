package io.plexica.plugins.internal.rest;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Answers;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.plugins.internal.rollout.Cancellation;
import io.plexica.plugins.internal.rollout.Rollout;
import io.plexica.plugins.internal.rollout.RolloutMove;
import io.plexica.plugins.internal.rollout.RolloutReport;
import io.plexica.plugins.internal.rollout.RolloutWish;
import io.plexica.plugins.internal.rollout.Rollouts;
import io.plexica.spi.operations.Operations;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Progress;
import io.plexica.spi.operations.Operations.Status;
import io.plexica.spi.operations.Operations.Unsuccessful;
import io.plexica.spi.web.Preference;
import io.plexica.spi.web.Slices;
import io.plexica.spi.web.SuperAdminOnly;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rollouts over REST. Each is an operation that can be watched, also while its caller waits. */
@Component(service = RolloutResource.class)
@PlexicaResource
@Path("/plugins/{id}/rollouts")
@Produces(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class RolloutResource {

    private static final int HUNDRED = 100;

    private final Rollouts rollouts;
    private final Operations operations;

    /** Takes what does the work. */
    @Activate
    public RolloutResource(@Reference Rollouts rollouts, @Reference Operations operations) {
        this.rollouts = rollouts;
        this.operations = operations;
    }

    /**
     * Moves the tenants that are meant; with {@code Prefer: respond-async} while the caller goes on. One that is stopped, or
     * moves nobody, is a {@code conflict}; its operation, which is named, tells what became of whom.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(Map.class)
    public Response create(
            @PathParam("id") String id,
            @HeaderParam("Prefer") @Nullable String preference,
            @Nullable RolloutWish wish) {
        Rollout rollout = rollouts.begin(id, RolloutWish.checked(wish));
        CompletableFuture<RolloutReport> end = new CompletableFuture<>();
        Operation operation = start(rollout, end);
        if (Preference.isAsynchronous(preference)) {
            return Response.accepted(operation.summary())
                    .header(HttpHeaders.LOCATION, operation.location())
                    .header("Preference-Applied", "respond-async")
                    .build();
        }
        RolloutReport report = await(end);
        report.failure().ifPresent(failure -> {
            throw failure.with("operation", operation.location());
        });
        return Response.ok(ended(operation, report))
                .header(HttpHeaders.LOCATION, operation.location())
                .build();
    }

    /**
     * Ends the rollout of the plugin that is on its way: before its next tenant, and as stopped. The tenants that it has moved
     * go back, unless {@code keep} says that they stay.
     */
    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public Cancellation cancel(@PathParam("id") String id, @Nullable CancelBody body) {
        return rollouts.cancel(id, body != null && Boolean.TRUE.equals(body.keep()));
    }

    /**
     * How a rollout is to end.
     *
     * @param keep whether the tenants that were moved stay on the version; false unless it is said
     */
    public record CancelBody(@Nullable Boolean keep) {}

    /** The tenants that rollouts have moved and that are still watched. */
    @GET
    public Page<RolloutMove> watched(@PathParam("id") String id, @BeanParam PageQuery page) {
        Comparator<RolloutMove> byTenant = Comparator.comparing(RolloutMove::tenant);
        boolean descending = page.orderBy(Map.of("tenant", "tenant"), "").endsWith("DESC");
        List<RolloutMove> all = rollouts.watched(id).stream()
                .filter(move -> move.tenant().contains(page.text()))
                .sorted(descending ? byTenant.reversed() : byTenant)
                .toList();
        return Slices.of(all, page);
    }

    private Operation start(Rollout rollout, CompletableFuture<RolloutReport> end) {
        try {
            return operations.start("core.plugin.rollout", null, progress -> run(rollout, progress, end));
        } catch (RuntimeException e) {
            rollouts.abandon(rollout);
            throw e;
        }
    }

    private Object run(Rollout rollout, Progress progress, CompletableFuture<RolloutReport> end) {
        try {
            // The step names the version throughout, so that whoever lists operations finds the plugin's.
            String step = rollout.target().toString();
            progress.report(0, step, "0 of " + rollout.tenants().size() + " done");
            RolloutReport report = rollouts.run(
                    rollout,
                    (done, all, slug, sentence) ->
                            progress.report(Math.min(HUNDRED - 1, done * HUNDRED / all), step, slug + " " + sentence));
            progress.report(HUNDRED - 1, step, report.summary());
            end.complete(report);
            return report.failure()
                    .<Object>map(failure -> new Unsuccessful(report, failure))
                    .orElse(report);
        } finally {
            end.completeExceptionally(new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "The rollout ended before its time; its operation says why"));
        }
    }

    private static RolloutReport await(CompletableFuture<RolloutReport> end) {
        try {
            return end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlexicaException(ErrorCode.UNAVAILABLE, "The platform is stopping", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PlexicaException known
                    ? known
                    : new PlexicaException(ErrorCode.INTERNAL_ERROR, "The rollout failed", e);
        }
    }

    private static Map<String, Object> ended(Operation operation, RolloutReport report) {
        Map<String, Object> members = new LinkedHashMap<>(operation.summary());
        members.put("status", Status.SUCCEEDED);
        members.put("progress", HUNDRED);
        members.put("message", report.summary());
        members.put("finishedAt", Instant.now());
        members.put("result", report);
        return members;
    }
}

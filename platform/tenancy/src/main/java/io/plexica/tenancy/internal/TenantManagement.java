package io.plexica.tenancy.internal;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.spi.data.TenantPools;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.Tenants.ImportedTenant;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.DraftCheck.Checked;
import io.plexica.tenancy.internal.Saga.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the parts of this room together; knows no OSGi. */
final class TenantManagement {

    private static final int SERVER_ERROR = 500;

    private final TenancyServices core;
    private final FreshTenants fresh;
    private final TenantWorkers workers = new TenantWorkers();
    private final Participants participants;
    private final SlugLock lock;
    private final Creation creation;
    private final Removal removal;
    private final Recovery recovery;
    private final Lifecycle lifecycle;
    private final PoolSync pools;
    private final Reconciler reconciler;
    private final Purge purge;

    TenantManagement(
            TenancyServices core,
            TenantPools tenantPools,
            Supplier<List<ProvisioningStep>> steps,
            Supplier<List<IdentityProvider>> identityProviders) {
        this.core = core;
        fresh = new FreshTenants(core.directory(), core.transactions(), core.signals());
        participants = new Participants(steps);
        lock = new SlugLock(core.transactions(), workers);
        SagaRunner runner = new SagaRunner(core.transactions(), participants, workers);
        creation = new Creation(core, runner);
        removal = new Removal(core, runner, participants);
        recovery = new Recovery(core, creation, removal, participants);
        RealmSync realms = new RealmSync(core, identityProviders);
        lifecycle = new Lifecycle(core, realms);
        pools = new PoolSync(core, tenantPools);
        reconciler = new Reconciler(List.of(new UnfinishedWork(core, lock, recovery), realms, pools));
        purge = new Purge(core, lock, removal);
    }

    void start() {
        fresh.load();
        reconciler.wake();
    }

    void stop() {
        reconciler.close();
        fresh.close();
        workers.close();
    }

    void wake() {
        reconciler.wake();
    }

    FreshTenants tenants() {
        return fresh;
    }

    TenantDirectory directory() {
        return core.directory();
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Refuses at once what cannot be made. */
    Checked check(@Nullable TenantDraft draft) {
        if (draft == null) {
            throw PlexicaException.validation(
                    new FieldError("", "a JSON object that describes the tenant is required"));
        }
        Checked checked = DraftCheck.check(draft, core.settings().plans());
        try {
            core.demandServed(checked.slug());
            participants.requireAll(core.settings().steps());
        } catch (PlexicaException e) {
            throw core.refusedToMake(checked.slug(), e);
        }
        return checked;
    }

    /** Refuses at once a slug that cannot be had; whoever is quicker may still take it. */
    void demandFree(Checked draft) {
        creation.demandFree(draft.slug());
    }

    TenantRow create(Checked draft, Progress progress) {
        return create(draft, core.settings().steps(), progress);
    }

    /** A tenant from elsewhere, checked at once, with the steps that make it. */
    Imports.Course checkImport(ImportedTenant wanted) {
        Imports.Course course = Imports.course(wanted, core.settings(), participants);
        core.demandServed(wanted.slug());
        creation.demandFree(wanted.slug());
        creation.demandElsewhere(wanted.id());
        return course;
    }

    /** All that would be refused of a tenant from elsewhere. */
    List<FieldError> obstacles(ImportedTenant wanted) {
        List<FieldError> found = new ArrayList<>();
        look(found, "", () -> Imports.course(wanted, core.settings(), participants));
        if (SlugRule.problem(wanted.slug()).isEmpty()) {
            look(found, "/slug", () -> core.demandServed(wanted.slug()));
            look(found, "/slug", () -> creation.demandUnused(wanted.slug()));
        }
        look(found, "", () -> creation.demandElsewhere(wanted.id()));
        return found;
    }

    private static void look(List<FieldError> found, String pointer, Runnable demand) {
        try {
            demand.run();
        } catch (PlexicaException e) {
            if (e.code().status() >= SERVER_ERROR) {
                throw e;
            }
            found.addAll(e.errors().isEmpty() ? List.of(new FieldError(pointer, e.detail())) : e.errors());
        }
    }

    /** Makes a tenant from elsewhere. */
    TenantRow create(Imports.Course course, Progress progress) {
        return create(course.tenant(), course.steps(), progress);
    }

    private TenantRow create(Checked draft, List<String> steps, Progress progress) {
        return wakingOnFailure(() -> lock.tryWith(draft.slug(), () -> {
                    recovery.recover(draft.slug());
                    return creation.create(draft, steps, progress);
                })
                .orElseThrow(() -> core.refusedToMake(draft.slug(), Creation.taken(draft.slug()))));
    }

    void remove(String slug, Progress progress) {
        remove(slug, IfMatch.ANY, progress);
    }

    /** The same, if the tenant is still as the caller read it, once nobody can change it any more. */
    void remove(String slug, IfMatch condition, Progress progress) {
        core.demandServed(slug);
        wakingOnFailure(() -> lock.tryWith(slug, () -> {
                    condition.require(get(slug).version());
                    boolean removed =
                            recovery.recover(slug).filter(Kind.DELETE::equals).isPresent();
                    if (!removed) {
                        removal.remove(get(slug), row -> isAsRead(row, condition), progress);
                    }
                    return true;
                })
                .orElseThrow(() -> PlexicaException.conflict(
                        "tenant-busy", "the tenant " + slug + " is being made or removed right now: try again later")));
    }

    /** Removes those whose time to be restored is over. */
    void removeDue() {
        wakingOnFailure(() -> {
            purge.run();
            return true;
        });
    }

    private static boolean isAsRead(TenantRow row, IfMatch condition) {
        condition.require(row.version());
        return true;
    }

    TenantRow get(String slug) {
        core.demandServed(slug);
        return core.find(slug).orElseThrow(() -> TenancyServices.notFound(slug));
    }

    Page<TenantRow> list(TenantQuery query) {
        String only = core.settings().pinned().orElse(null);
        return core.transactions().core(connection -> query.run(connection, only));
    }

    /** Changes a tenant after a patch, if it is still what the caller has read. */
    TenantRow edit(String slug, String action, IfMatch condition, Function<Plans, TenantPatch> patch) {
        core.demandServed(slug);
        TenantPatch changes = patch.apply(core.settings().plans());
        TenantRow row = lifecycle.edit(slug, action, before -> {
            condition.require(before.version());
            return changes.apply(before, core.now());
        });
        if (!pools.follow(row.tenant()) || !row.realmInSync()) {
            reconciler.wake();
        }
        return row;
    }

    /** What a failure may have left in the middle is looked after soon. */
    private <T> T wakingOnFailure(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                reconciler.wake();
            }
        }
    }
}

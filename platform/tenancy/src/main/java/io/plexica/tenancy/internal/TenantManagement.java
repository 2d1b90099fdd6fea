package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.DraftCheck.Checked;
import io.plexica.tenancy.internal.Saga.Kind;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the parts of this room together; knows no OSGi. */
final class TenantManagement {

    private final Core core;
    private final Workers workers = new Workers();
    private final Participants participants;
    private final SlugLock lock;
    private final Creation creation;
    private final Removal removal;
    private final Recovery recovery;
    private final Lifecycle lifecycle;
    private final Reconciler reconciler;

    TenantManagement(
            Core core, Supplier<List<ProvisioningStep>> steps, Supplier<List<IdentityProvider>> identityProviders) {
        this.core = core;
        participants = new Participants(steps);
        lock = new SlugLock(core.transactions(), workers);
        SagaRunner runner = new SagaRunner(core.transactions(), participants);
        creation = new Creation(core, runner);
        removal = new Removal(core, runner, participants);
        recovery = new Recovery(core, creation, removal, participants);
        RealmSync realms = new RealmSync(core, identityProviders);
        lifecycle = new Lifecycle(core, realms);
        reconciler = new Reconciler(core, lock, recovery, realms);
    }

    void start() {
        core.directory().load(core.transactions().core(TenantStore::all));
        reconciler.wake();
    }

    void stop() {
        reconciler.close();
        workers.close();
    }

    void wake() {
        reconciler.wake();
    }

    TenantDirectory directory() {
        return core.directory();
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    TenantRow create(@Nullable TenantDraft draft, Progress progress) {
        if (draft == null) {
            throw PlexicaException.validation(
                    new FieldError("", "a JSON object that describes the tenant is required"));
        }
        Checked checked = DraftCheck.check(draft, core.settings().plans());
        try {
            participants.requireAll(core.settings().steps());
        } catch (PlexicaException e) {
            throw core.refusedToMake(checked.slug(), e);
        }
        return wakingOnFailure(() -> lock.tryWith(checked.slug(), () -> {
                    recovery.recover(checked.slug());
                    return creation.create(checked, progress);
                })
                .orElseThrow(() -> core.refusedToMake(checked.slug(), Creation.taken(checked.slug()))));
    }

    void remove(String slug, Progress progress) {
        wakingOnFailure(() -> lock.tryWith(slug, () -> {
                    boolean removed =
                            recovery.recover(slug).filter(Kind.DELETE::equals).isPresent();
                    if (!removed) {
                        removal.remove(get(slug), progress);
                    }
                    return true;
                })
                .orElseThrow(() -> PlexicaException.conflict(
                        "tenant-busy", "the tenant " + slug + " is being made or removed right now: try again later")));
    }

    TenantRow get(String slug) {
        return core.find(slug).orElseThrow(() -> Core.notFound(slug));
    }

    Page<TenantRow> list(TenantQuery query) {
        return core.transactions().core(query::run);
    }

    TenantRow edit(String slug, @Nullable JsonNode body, IfMatch condition) {
        TenantPatch patch = TenantPatch.of(body, core.settings().plans());
        return lifecycle.edit(slug, row -> {
            condition.require(row.version());
            return patch.apply(row, core.now());
        });
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

package io.plexica.settings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.settings.FeatureFlags;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.IfMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The feature flags, for those who ask and those who decide. */
@Component(service = {FeatureFlags.class, FlagService.class, SignalListener.class})
public final class FlagService implements FeatureFlags, SignalListener {

    private static final String RESOURCE = "feature-flag";
    private static final String CREATED = "core.feature-flag.created";
    private static final String UPDATED = "core.feature-flag.updated";
    private static final String DELETED = "core.feature-flag.deleted";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Database database;
    private final Signals signals;
    private final AuditLog audit;
    private final FlagSight sight;
    private final FlagMemory memory;

    @Activate
    public FlagService(
            @Reference Database database,
            @Reference Signals signals,
            @Reference AuditLog audit,
            @Reference Tenants tenants,
            @Reference(target = "(plexica.room=settings)") SchemaReady schemaReady) {
        this.database = database;
        this.signals = signals;
        this.audit = audit;
        this.sight = new FlagSight(tenants);
        this.memory = new FlagMemory(database, signals);
    }

    @Override
    public boolean isOn(String key, @Nullable Tenant tenant) {
        Flag flag = memory.flags().get(key);
        return flag != null && flag.isOn(tenant);
    }

    @Override
    public String topic() {
        return Signals.FLAGS;
    }

    @Override
    public void changed(String key) {
        memory.forget();
    }

    /** All flags, by key. */
    public List<Flag> all() {
        return database.core(FlagStore::all).stream()
                .map(sight::shown)
                .sorted(Comparator.comparing(Flag::key))
                .toList();
    }

    /** One flag. */
    public Flag get(String key) {
        return all().stream().filter(flag -> flag.key().equals(key)).findFirst().orElseThrow(() -> notFound(key));
    }

    /** Makes a flag. */
    public Flag create(@Nullable FlagBody body) {
        FlagBody given = given(body);
        return attempted(CREATED, String.valueOf(given.key()), () -> {
            Flag wanted = FlagCheck.check(given, null, sight::exists);
            Flag made = stored(connection -> FlagStore.insert(connection, wanted));
            note(CREATED, Optional.empty(), Optional.of(made));
            return made;
        });
    }

    /** Replaces a flag. */
    public Flag replace(String key, @Nullable FlagBody body, IfMatch condition) {
        FlagBody wanted = given(body);
        return change(key, condition, before -> FlagCheck.check(wanted, key, sight::exists));
    }

    /** Changes a flag after a JSON merge patch. */
    public Flag edit(String key, @Nullable JsonNode patch, IfMatch condition) {
        return change(key, condition, before -> FlagCheck.check(FlagPatch.apply(before, patch), key, sight::exists));
    }

    /** Removes a flag; what it switched is off. */
    public void delete(String key, IfMatch condition) {
        attempted(DELETED, key, () -> {
            Flag before = lock(key);
            condition.require(before.version());
            database.core(connection -> FlagStore.delete(connection, key));
            note(DELETED, Optional.of(before), Optional.empty());
            return true;
        });
    }

    private Flag change(String key, IfMatch condition, UnaryOperator<Flag> wanted) {
        return attempted(UPDATED, key, () -> {
            Flag before = lock(key);
            condition.require(before.version());
            Flag after = sight.whole(before, wanted.apply(sight.shown(before)));
            if (after.saysTheSame(before)) {
                return sight.shown(before);
            }
            Flag saved = stored(connection -> FlagStore.save(connection, after));
            note(UPDATED, Optional.of(before), Optional.of(saved));
            return sight.shown(saved);
        });
    }

    /** Makes a change; what the present state or the deployment forbids goes on record. */
    private <T> T attempted(String action, String key, Callable<T> change) {
        try {
            return database.together(change);
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.CONFLICT || e.code() == ErrorCode.TENANT_MISMATCH) {
                audit.recordFailure(null, action, RESOURCE, key, e.detail());
            }
            throw e;
        }
    }

    /** Others may have made the flag, or removed a tenant, since both were looked at. */
    private Flag stored(SqlWork<Flag> work) {
        try {
            return database.core(work);
        } catch (DatabaseException e) {
            if (e.isUniqueViolation()) {
                throw PlexicaException.conflict("key-taken", "there is such a flag already: change it");
            }
            if (e.sqlState().equals(FOREIGN_KEY_VIOLATION)) {
                throw PlexicaException.conflict("state-moved", "a tenant of the flag is gone: read again and repeat");
            }
            throw e;
        }
    }

    private Flag lock(String key) {
        return database.core(connection -> FlagStore.lock(connection, key)).orElseThrow(() -> notFound(key));
    }

    private void note(String action, Optional<Flag> before, Optional<Flag> after) {
        String key = after.or(() -> before).map(Flag::key).orElseThrow();
        audit.record(
                null,
                action,
                RESOURCE,
                key,
                before.map(sight::shown).map(Flag::content).orElse(null),
                after.map(sight::shown).map(Flag::content).orElse(null));
        signals.announce(Signals.FLAGS, "");
        database.afterCommit(memory::forget);
    }

    private static FlagBody given(@Nullable FlagBody body) {
        if (body == null) {
            throw PlexicaException.validation(new FieldError("", "a JSON object that describes the flag is required"));
        }
        return body;
    }

    private static PlexicaException notFound(String key) {
        return PlexicaException.notFound("There is no feature flag " + key);
    }
}

package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the table has it.
 *
 * @param settings JSON text, an object
 * @param theme JSON text, an object
 * @param realmInSync whether the identity server lets its users sign in exactly when the status says so, and shows its name
 * @param statusBefore what a restore goes back to; null unless its deletion is pending
 * @param version grows with every change
 * @param deletedAt when its deletion was asked for; null unless it is pending
 * @param purgeAt when it will be removed for good; null unless its deletion is pending
 */
public record TenantRow(
        UUID id,
        String slug,
        String name,
        TenantStatus status,
        String plan,
        String settings,
        String theme,
        Instant tokensNotBefore,
        boolean realmInSync,
        @Nullable TenantStatus statusBefore,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Instant purgeAt) {

    /** What other rooms see of it. */
    public Tenant tenant() {
        return tenant(status);
    }

    /** The same in another status. */
    Tenant tenant(TenantStatus other) {
        return new Tenant(id, slug, name, other, plan, tokensNotBefore);
    }

    /** What a step sees of it. */
    TenantSpec spec(@Nullable NewAdmin admin) {
        return new TenantSpec(id, slug, name, plan, admin);
    }

    /**
     * In another status. All tokens from before are dead: those issued before the next full second, since a token says only
     * the second.
     */
    TenantRow in(TenantStatus other, Instant now) {
        return in(other, now, null, null, null);
    }

    /** Out of service, and to be removed for good at some time. */
    TenantRow pendingDeletion(Instant now, Instant purge) {
        return in(TenantStatus.PENDING_DELETION, now, status, deletedAt == null ? now : deletedAt, purge);
    }

    private TenantRow in(
            TenantStatus other,
            Instant now,
            @Nullable TenantStatus before,
            @Nullable Instant deleted,
            @Nullable Instant purge) {
        return new TenantRow(
                id,
                slug,
                name,
                other,
                plan,
                settings,
                theme,
                now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1),
                false,
                before,
                version,
                createdAt,
                now,
                deleted,
                purge);
    }

    /** Made, and served from now on. */
    TenantRow provisioned(Instant now) {
        return new TenantRow(
                id,
                slug,
                name,
                TenantStatus.ACTIVE,
                plan,
                settings,
                theme,
                tokensNotBefore,
                realmInSync,
                null,
                version,
                createdAt,
                now,
                null,
                null);
    }

    /** With what people may edit. */
    TenantRow with(String newName, String newPlan, String newSettings, String newTheme, Instant now) {
        return new TenantRow(
                id,
                slug,
                newName,
                status,
                newPlan,
                newSettings,
                newTheme,
                tokensNotBefore,
                realmInSync && newName.equals(name),
                statusBefore,
                version,
                createdAt,
                now,
                deletedAt,
                purgeAt);
    }
}

package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.spi.tenancy.Tenants.ImportedTenant;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import io.plexica.spi.web.Checks;
import io.plexica.tenancy.internal.TenantDraft.Admin;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks a draft and says all that is wrong with it at once. Pure. */
final class DraftCheck {

    private final Checks checks = new Checks();

    private DraftCheck() {}

    /**
     * A draft that may be provisioned.
     *
     * @param id the tenant's id
     * @param admin null for a tenant that has its people already
     */
    record Checked(
            UUID id,
            String slug,
            String name,
            String plan,
            String settings,
            String theme,
            @Nullable NewAdmin admin) {}

    static Checked check(TenantDraft draft, Plans plans) {
        DraftCheck check = new DraftCheck();
        String plan = draft.plan() == null ? plans.first() : draft.plan();
        check.slug(draft.slug());
        check.checks.name("/name", draft.name()).oneOf("/plan", plan, plans.names());
        check.json(draft.settings(), draft.theme());
        check.admin(draft.admin());
        check.checks.done();
        Admin admin = Objects.requireNonNull(draft.admin());
        return new Checked(
                UUID.randomUUID(),
                Objects.requireNonNull(draft.slug()),
                Objects.requireNonNull(draft.name()).strip(),
                plan,
                text(draft.settings()),
                text(draft.theme()),
                new NewAdmin(
                        Objects.requireNonNull(admin.email()), admin.firstName(), admin.lastName(), admin.password()));
    }

    /** Checks a tenant that comes from elsewhere; it has its people already. */
    static Checked check(ImportedTenant wanted, JsonNode settings, JsonNode theme, Plans plans) {
        DraftCheck check = new DraftCheck();
        check.slug(wanted.slug());
        check.checks.name("/name", wanted.name()).oneOf("/plan", wanted.plan(), plans.names());
        check.json(settings, theme);
        check.checks.done();
        return new Checked(
                UUID.randomUUID(),
                wanted.slug(),
                wanted.name().strip(),
                wanted.plan(),
                text(settings),
                text(theme),
                null);
    }

    private void slug(@Nullable String slug) {
        if (slug == null) {
            checks.wrong("/slug", "is required");
        } else {
            SlugRule.problem(slug).ifPresent(problem -> checks.wrong("/slug", problem));
        }
    }

    private void json(@Nullable JsonNode settings, @Nullable JsonNode theme) {
        JsonText.check(checks, "/settings", settings);
        JsonText.check(checks, "/theme", theme);
        if (settings != null && settings.isObject()) {
            KnownSettings.check(checks, "/settings", settings);
        }
        if (theme != null && theme.isObject()) {
            ThemeCheck.check(checks, "/theme", theme);
        }
    }

    private void admin(@Nullable Admin admin) {
        if (admin == null) {
            checks.wrong("/admin", "is required: every tenant begins with one admin");
            return;
        }
        checks.email("/admin/email", admin.email())
                .personName("/admin/firstName", admin.firstName())
                .personName("/admin/lastName", admin.lastName())
                .password("/admin/password", admin.password());
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? "{}" : node.toString();
    }
}

package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.Tenants.NewAdmin;
import io.plexica.tenancy.internal.TenantDraft.Admin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a draft and says all that is wrong with it at once. Pure. */
final class DraftCheck {

    private final List<FieldError> errors = new ArrayList<>();
    private final Texts texts = new Texts(errors);

    private DraftCheck() {}

    /** A draft that may be provisioned. */
    record Checked(String slug, String name, String plan, String settings, String theme, NewAdmin admin) {}

    static Checked check(TenantDraft draft, List<String> plans) {
        DraftCheck check = new DraftCheck();
        String plan = draft.plan() == null ? plans.get(0) : draft.plan();
        check.slug(draft.slug());
        check.texts.name("/name", draft.name());
        check.texts.oneOf("/plan", plan, plans);
        check.texts.object("/settings", draft.settings());
        check.texts.object("/theme", draft.theme());
        check.admin(draft.admin());
        if (!check.errors.isEmpty()) {
            throw PlexicaException.validation(check.errors);
        }
        Admin admin = Objects.requireNonNull(draft.admin());
        return new Checked(
                Objects.requireNonNull(draft.slug()),
                Objects.requireNonNull(draft.name()).strip(),
                plan,
                json(draft.settings()),
                json(draft.theme()),
                new NewAdmin(
                        Objects.requireNonNull(admin.email()), admin.firstName(), admin.lastName(), admin.password()));
    }

    private void slug(@Nullable String slug) {
        if (slug == null) {
            texts.wrong("/slug", "is required");
        } else {
            SlugRule.problem(slug).ifPresent(problem -> texts.wrong("/slug", problem));
        }
    }

    private void admin(@Nullable Admin admin) {
        if (admin == null) {
            texts.wrong("/admin", "is required: every tenant begins with one admin");
            return;
        }
        texts.email("/admin/email", admin.email());
        texts.optionalName("/admin/firstName", admin.firstName());
        texts.optionalName("/admin/lastName", admin.lastName());
        texts.password("/admin/password", admin.password());
    }

    private static String json(@Nullable JsonNode node) {
        return node == null || node.isNull() ? "{}" : node.toString();
    }
}

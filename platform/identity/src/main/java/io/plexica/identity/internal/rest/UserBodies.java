package io.plexica.identity.internal.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.users.NewPerson;
import io.plexica.identity.internal.users.Profile;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of calls about people. None shows a password in {@code toString}. */
final class UserBodies {

    private static final int MOST_ROLES = 100;
    private static final List<String> LANGUAGES = List.of("en", "it");

    private UserBodies() {}

    /** {@code POST /users} and {@code POST /super-admins} */
    record Create(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password,
            @Nullable List<@Nullable String> roles,
            @Nullable String language) {

        NewPerson person(boolean mayHaveRoles) {
            Checks checks = new Checks();
            Profile profile = new Profile(email, firstName, lastName);
            profile.check(checks).password("/password", password);
            checks.unless(mayHaveRoles || roles == null, "/roles", "are not for super admins, who hold none");
            checkLanguage(checks, language);
            Set<String> names = names(checks, roles);
            checks.done();
            return new NewPerson(profile, password, names, language);
        }

        @Override
        public String toString() {
            return "Create[email=" + email + "]";
        }
    }

    /** {@code POST /users/invite} */
    record Invite(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable List<@Nullable String> roles,
            @Nullable UUID workspaceId,
            @Nullable String language) {

        NewPerson person() {
            return new Create(email, firstName, lastName, null, roles, language).person(true);
        }
    }

    /** {@code PUT /users/{id}}: address and names, and what else there is as it was read. */
    record ProfileBody(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable UUID id,
            @Nullable UserStatus status,
            @Nullable List<@Nullable String> roles,
            @Nullable Instant lastSeenAt,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {

        Profile onto(UserView present) {
            Profile profile = new Profile(email, firstName, lastName);
            profile.check(new Checks())
                    .unchanged("/id", id, present.id())
                    .unchanged("/status", status, present.status())
                    .unchanged("/roles", roles == null ? null : new HashSet<>(roles), held(present))
                    .unchanged("/createdAt", createdAt, present.createdAt())
                    .done();
            return profile;
        }

        private static Set<String> held(UserView present) {
            return present.roles() == null ? Set.of() : Set.copyOf(present.roles());
        }
    }

    /** {@code PUT /users/{id}/roles} */
    record Roles(@Nullable List<@Nullable String> roles) {

        Set<String> names() {
            Checks checks = new Checks();
            checks.unless(roles != null, "/roles", "is required: a list of role names, [] for none");
            Set<String> names = UserBodies.names(checks, roles);
            checks.done();
            return names;
        }
    }

    /** {@code POST /users/{id}/reset-password} */
    record SendLink(@Nullable String language) {

        SendLink checked() {
            Checks checks = new Checks();
            checkLanguage(checks, language);
            checks.done();
            return this;
        }
    }

    /** {@code POST /invitations/{token}/accept} */
    record Accept(
            @Nullable String password,
            @Nullable String firstName,
            @Nullable String lastName) {

        @Override
        public String toString() {
            return "Accept[]";
        }
    }

    static <T> T given(@Nullable T body) {
        if (body == null) {
            throw PlexicaException.validation(new FieldError("", "A JSON body must be given"));
        }
        return body;
    }

    private static Set<String> names(Checks checks, @Nullable List<@Nullable String> roles) {
        Set<String> names = new TreeSet<>();
        if (roles == null) {
            return names;
        }
        checks.unless(roles.size() <= MOST_ROLES, "/roles", "must not be more than " + MOST_ROLES);
        for (int i = 0; i < Math.min(roles.size(), MOST_ROLES); i++) {
            String name = roles.get(i);
            if (name == null || name.isBlank()) {
                checks.wrong("/roles/" + i, "must be the name of a role");
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private static void checkLanguage(Checks checks, @Nullable String language) {
        if (language != null) {
            checks.oneOf("/language", language, LANGUAGES);
        }
    }
}

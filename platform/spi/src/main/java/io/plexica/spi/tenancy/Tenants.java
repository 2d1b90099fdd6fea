package io.plexica.spi.tenancy;

import io.plexica.api.problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tenants. Look-ups are answered from memory while that follows all nodes' changes within a second, and by the database
 * otherwise, which then answers or fails. Safe for all threads.
 */
@ProviderType
public interface Tenants {

    /** A tenant that exists in any status but DELETED. */
    Optional<Tenant> find(String slug);

    /** All tenants but deleted ones, by slug. */
    List<Tenant> all();

    /**
     * The slug of the one tenant that this deployment serves; empty where it serves all. A call that has to do with another
     * is refused with {@code tenant-mismatch}, whether that tenant exists or not. Answered from memory.
     */
    default Optional<String> pinned() {
        return Optional.empty();
    }

    /** The plans that tenants may be given; tenants keep one that is taken out of the configuration. */
    default List<String> plans() {
        return List.of();
    }

    /** The theme of a tenant as JSON text, an object; answered from memory. */
    default String theme(String slug) {
        return "{}";
    }

    /** The settings of a tenant as JSON text, an object; answered from memory. */
    default String settings(String slug) {
        return "{}";
    }

    /**
     * Provisions a tenant; returns when it is ACTIVE or everything has been undone. Blocks for seconds.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed}, {@code conflict} ({@code slug-taken},
     *     {@code slug-retired}) or {@code unavailable} when a part of the platform that must take part is missing or failed
     */
    Tenant create(NewTenant wanted);

    /**
     * Refuses at once what {@link #create(ImportedTenant, Consumer)} would refuse before it begins.
     *
     * @throws io.plexica.api.problem.PlexicaException as there
     */
    default void requireCreatable(ImportedTenant wanted) {}

    /** All that {@link #requireCreatable} would refuse, one beside the other; nothing is recorded of it. */
    default List<FieldError> obstacles(ImportedTenant wanted) {
        return List.of();
    }

    /**
     * Provisions a tenant that comes from elsewhere: by the configured steps that {@linkplain
     * ProvisioningStep#isNeededByImports such a tenant needs}, and after them the one that fills it. Returns when it is ACTIVE
     * or everything has been undone. Blocks for as long as that takes.
     *
     * @param says hears the name of each step that is done, on any thread
     * @throws io.plexica.api.problem.PlexicaException as for {@link #create(NewTenant)}
     */
    default Tenant create(ImportedTenant wanted, Consumer<String> says) {
        throw new UnsupportedOperationException("No tenants are imported here");
    }

    /**
     * A tenant that comes from elsewhere. It gets an id of its own: nodes remember for a while which ones are gone.
     *
     * @param id the id that it has there; while a tenant here has it, it is not made
     * @param settings JSON text, an object
     * @param theme JSON text, an object
     * @param filling the name of the step that fills it
     */
    record ImportedTenant(
            UUID id, String slug, String name, String plan, String settings, String theme, String filling) {}

    /**
     * What is wanted of a new tenant.
     *
     * @param admin its first admin
     */
    record NewTenant(String slug, String name, String plan, NewAdmin admin) {}

    /**
     * The first admin of a tenant.
     *
     * @param password a password to begin with; null for an invitation
     */
    record NewAdmin(
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password) {

        @Override
        public String toString() {
            return "NewAdmin[email=" + email + "]";
        }
    }
}

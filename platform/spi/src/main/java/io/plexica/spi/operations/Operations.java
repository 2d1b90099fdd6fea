package io.plexica.spi.operations;

import io.plexica.api.problem.PlexicaException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Long work that runs while its caller goes on, with progress that people can watch. Safe for all threads. */
@ProviderType
public interface Operations {

    /**
     * Begins work on a thread of the platform's, in the caller's context but outside its unit of work. The record of it is
     * committed when this returns, so that the answer can name it. When the node dies, the record is closed as FAILED by
     * another node or at the next start; the work itself is looked after by whoever keeps a record of it, such as the
     * provisioning saga.
     *
     * @param type such as {@code core.tenant.create}
     * @param tenantSlug the tenant whose people may watch it; null for the platform's own work
     * @param task what to do
     * @throws PlexicaException {@code unavailable} when too much is running already
     */
    Operation start(String type, @Nullable String tenantSlug, Task task);

    /**
     * Begins likewise the platform's own work about a tenant, which need not be there yet. The tenant's people may not watch
     * it; what came out of it is forgotten when the tenant is gone.
     *
     * @param about the tenant's slug
     */
    Operation startAbout(String type, String about, Task task);

    /**
     * Work that tells how far it is. What it returns becomes the result, as JSON, and what it throws the problem; {@link
     * Unsuccessful} brings both.
     */
    @ConsumerType
    @FunctionalInterface
    interface Task {

        /** Does the work. */
        @Nullable
        Object run(Progress progress) throws Exception;
    }

    /**
     * What work returns that did not do what was wanted, and has something to show nevertheless.
     *
     * @param result what came out
     * @param problem why the operation counts as FAILED
     */
    record Unsuccessful(Object result, PlexicaException problem) {}

    /** Where the work says how far it is. */
    @ProviderType
    interface Progress {

        /**
         * Says how far the work is. Cheap: what nobody watches is written at most a few times a second.
         *
         * @param percent 0 to 100; never falls
         * @param step a short name, such as {@code realm}
         * @param message a sentence for people, or null
         */
        void report(int percent, String step, @Nullable String message);
    }

    /**
     * A snapshot of an operation, in the form in which the API shows it.
     *
     * @param progress 0 to 100
     * @param result JSON text of what came out; null before, and after a failure that left nothing to show
     * @param problem JSON text of the problem document; null unless it failed
     */
    record Operation(
            UUID id,
            String type,
            @Nullable String tenantSlug,
            Status status,
            int progress,
            @Nullable String step,
            @Nullable String message,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String result,
            @Nullable String problem) {

        /** Where it can be watched; the header {@code Location} of an answer that names it. */
        public String location() {
            return "/api/v1/operations/" + id;
        }

        /** The body of an answer that names work which has just begun. */
        public Map<String, Object> summary() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("id", id);
            members.put("type", type);
            members.put("status", status);
            members.put("progress", progress);
            members.put("startedAt", startedAt);
            return members;
        }
    }

    /** Where an operation is in its life. */
    enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }
}

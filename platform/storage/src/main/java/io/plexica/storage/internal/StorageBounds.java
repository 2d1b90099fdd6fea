package io.plexica.storage.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How much may be kept.
 *
 * @param object the most bytes of one object
 * @param plans the most bytes of a tenant by its plan
 */
record StorageBounds(long object, Map<String, Long> plans) {

    private static final long MEBIBYTE = 1024 * 1024;

    StorageBounds {
        plans = Map.copyOf(plans);
    }

    /** Reads {@code free:1024,pro:10240}, in MiB. */
    static StorageBounds of(long object, String text) {
        Map<String, Long> plans = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            String word = part.strip();
            if (word.isEmpty()) {
                continue;
            }
            int colon = word.indexOf(':');
            if (colon < 1 || !word.substring(colon + 1).matches("[0-9]{1,12}")) {
                throw new IllegalArgumentException(
                        "PLEXICA_STORAGE_PLANS: '" + word + "' is not of the form plan:1024, in MiB");
            }
            if (plans.put(word.substring(0, colon), Long.parseLong(word.substring(colon + 1)) * MEBIBYTE) != null) {
                throw new IllegalArgumentException("PLEXICA_STORAGE_PLANS names a plan twice: '" + word + "'");
            }
        }
        return new StorageBounds(object, plans);
    }

    /** The most bytes that a tenant of a plan may keep; empty where there is no bound. */
    OptionalLong ofPlan(String plan) {
        Long most = plans.get(plan);
        return most == null ? OptionalLong.empty() : OptionalLong.of(most);
    }

    /** Whether a tenant of a plan may keep so many bytes. */
    boolean holds(String plan, long bytes) {
        OptionalLong most = ofPlan(plan);
        return most.isEmpty() || bytes <= most.getAsLong();
    }

    /** The refusal of an object that has more bytes than any may have. */
    PlexicaException tooLarge() {
        return new PlexicaException(
                ErrorCode.PAYLOAD_TOO_LARGE, "The object is too large: at most " + object + " bytes are taken");
    }

    /** The refusal of more bytes than a plan has. */
    PlexicaException full(String plan) {
        long most = ofPlan(plan).orElseThrow();
        List<String> larger = plans.entrySet().stream()
                .filter(entry -> entry.getValue() > most)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new PlexicaException(
                        ErrorCode.PLAN_REQUIRED,
                        "The storage is full: the plan " + plan + " has " + most / MEBIBYTE
                                + " MiB. Remove objects, or choose a larger plan")
                .with("plans", larger);
    }
}

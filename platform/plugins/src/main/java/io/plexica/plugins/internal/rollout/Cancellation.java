package io.plexica.plugins.internal.rollout;

/**
 * The word that a rollout is to end before its time: between two tenants, never within one.
 *
 * @param version the version that is rolled out
 * @param by who has said so first
 * @param keep whether the tenants that were moved stay on it; otherwise they go back
 */
public record Cancellation(String plugin, String version, String by, boolean keep) {

    String reason() {
        return by + " has cancelled it";
    }
}

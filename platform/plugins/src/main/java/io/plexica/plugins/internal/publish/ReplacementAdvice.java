package io.plexica.plugins.internal.publish;

import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import java.util.Optional;

/** What can be taken instead of a version: another version of the plugin, another plugin, or a version of that. */
final class ReplacementAdvice {

    private ReplacementAdvice() {}

    /** Why something cannot be taken instead; empty when it can. */
    static Optional<String> problem(PluginRef ref, String replacement, List<StoredVersion> all) {
        int at = replacement.indexOf('@');
        boolean version = at < 0 && !replacement.isEmpty() && Character.isDigit(replacement.charAt(0));
        if (version || at >= 0) {
            PluginRef wanted = version
                    ? new PluginRef(ref.id(), replacement)
                    : new PluginRef(replacement.substring(0, at), replacement.substring(at + 1));
            if (wanted.equals(ref)) {
                return Optional.of("is the version itself");
            }
            return all.stream().anyMatch(there -> there.ref().equals(wanted))
                    ? Optional.empty()
                    : Optional.of(
                            "is not there: no version " + wanted.version() + " of " + wanted.id() + " is published");
        }
        if (replacement.equals(ref.id())) {
            return Optional.of("is the plugin itself: name the version");
        }
        return all.stream().anyMatch(there -> there.ref().id().equals(replacement))
                ? Optional.empty()
                : Optional.of("is not there: no plugin '" + replacement + "' is published");
    }
}

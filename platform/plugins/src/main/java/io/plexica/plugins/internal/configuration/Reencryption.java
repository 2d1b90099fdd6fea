package io.plexica.plugins.internal.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.Level;
import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.plugins.internal.store.LevelStore.Kept;
import io.plexica.plugins.internal.store.SealedSecret;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals plugins' secrets anew with the key that the platform has now, so that those that were before can be thrown away. Can be
 * broken off and begun again at any time. Safe for all threads.
 */
@Component(service = Reencryption.class)
public final class Reencryption {

    private static final String ACTION = "core.plugin.secrets-reencrypted";
    private static final int SHOWN = 5;

    private final LevelStore levels;
    private final InstallationStore installations;
    private final SecretKeys keys;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public Reencryption(
            @Reference LevelStore levels,
            @Reference InstallationStore installations,
            @Reference SecretKeys keys,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.levels = levels;
        this.installations = installations;
        this.keys = keys;
        this.database = database;
        this.audit = audit;
    }

    /**
     * How many secrets are sealed with which keys.
     *
     * @throws PlexicaException {@code conflict} when there is no key
     */
    public State state() {
        String present = keys.box().keyId();
        int current = 0;
        int old = 0;
        List<Lost> lost = new ArrayList<>();
        for (Kept kept : Transactions.alone(database, levels::withSecrets)) {
            for (Map.Entry<String, SealedSecret> secret : kept.level().secrets().entrySet()) {
                if (open(kept, secret).isEmpty()) {
                    lost.add(new Lost(
                            kept.tenantSlug(),
                            kept.pluginId(),
                            kept.level().workspace(),
                            secret.getKey(),
                            secret.getValue().keyId()));
                } else if (secret.getValue().keyId().equals(present)) {
                    current++;
                } else {
                    old++;
                }
            }
        }
        return new State(present, current, old, lost);
    }

    /**
     * Seals all of them with the present key.
     *
     * @return how things are then
     * @throws PlexicaException {@code conflict} when there is no key, or naming the secrets that no key opens; nothing is
     *     changed then
     */
    public State run() {
        try {
            State before = state();
            demandAll(before.unreadable());
            int sealed = 0;
            for (Kept kept : Transactions.alone(database, levels::withSecrets)) {
                sealed += Transactions.alone(database, () -> seal(kept));
            }
            record(before, sealed);
            return state();
        } catch (PlexicaException e) {
            audit.recordFailure(null, ACTION, "plugin", "*", e.detail());
            throw e;
        }
    }

    private void record(State before, int sealed) {
        if (sealed > 0) {
            Transactions.alone(
                    database,
                    () -> audit.record(
                            null, ACTION, "plugin", "*", null, Map.of("keyId", before.keyId(), "secrets", sealed)));
        }
    }

    private static void demandAll(List<Lost> lost) {
        if (lost.isEmpty()) {
            return;
        }
        String some =
                String.join(", ", lost.stream().limit(SHOWN).map(Lost::toString).toList());
        throw PlexicaException.conflict(
                        "encryption-key-unknown",
                        lost.size() + (lost.size() == 1 ? " secret was" : " secrets were")
                                + " sealed with a key that the platform does not have: " + some
                                + (lost.size() > SHOWN ? ", …" : "") + "; name that key in PLEXICA_"
                                + SecretKeys.OLD + ", or have them set again or removed first")
                .with("secrets", lost);
    }

    /** Whoever changes the settings at the same time is before this, or after. */
    private int seal(Kept seen) {
        installations.lock(seen.tenantSlug(), seen.pluginId());
        UUID workspace = seen.level().workspace();
        Level level = levels.of(seen.tenantSlug(), seen.pluginId()).at(workspace);
        SecretBox box = keys.box();
        Map<String, SealedSecret> secrets = new HashMap<>(level.secrets());
        int sealed = 0;
        for (Map.Entry<String, SealedSecret> secret : level.secrets().entrySet()) {
            String text = secret.getValue().keyId().equals(box.keyId())
                    ? null
                    : open(seen, secret).orElse(null);
            if (text != null) {
                secrets.put(secret.getKey(), box.seal(place(seen, secret.getKey()), text));
                sealed++;
            }
        }
        if (sealed > 0) {
            levels.put(seen.tenantSlug(), seen.pluginId(), level.with(level.values(), secrets));
        }
        return sealed;
    }

    private Optional<String> open(Kept kept, Map.Entry<String, SealedSecret> secret) {
        return keys.openAnew(place(kept, secret.getKey()), secret.getValue());
    }

    private static String place(Kept kept, String name) {
        return SecretKeys.place(kept.tenantSlug(), kept.pluginId(), kept.level().workspace(), name);
    }

    /**
     * How secrets are sealed.
     *
     * @param keyId tells the present key from others; says nothing about it
     * @param current how many are sealed with it
     * @param old how many are sealed with keys that were before and are still named
     * @param unreadable those that no key opens
     */
    public record State(String keyId, int current, int old, List<Lost> unreadable) {

        public State {
            unreadable = List.copyOf(unreadable);
        }
    }

    /** A secret that no key opens; the workspace is absent for the tenant's own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lost(
            String tenant, String plugin, @Nullable UUID workspace, String secret, String keyId) {

        @Override
        public String toString() {
            return tenant + "/" + plugin + " " + secret + (workspace == null ? "" : " in " + workspace) + " (key "
                    + keyId + ")";
        }
    }
}

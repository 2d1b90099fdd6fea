package io.plexica.tenancy.internal;

import io.plexica.tenancy.internal.Saga.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the provisionings and removals that a process which died has left in the middle. For one thread. */
final class UnfinishedWork implements Reconciler.Duty {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedWork.class);

    private final TenancyServices core;
    private final SlugLock lock;
    private final Recovery recovery;
    /** What was last logged about a slug. */
    private final Map<String, String> said = new HashMap<>();

    UnfinishedWork(TenancyServices core, SlugLock lock, Recovery recovery) {
        this.core = core;
        this.lock = lock;
        this.recovery = recovery;
    }

    @Override
    public boolean look() {
        boolean done = true;
        for (String slug : core.served(core.transactions().core(SagaStore::openSlugs))) {
            done &= recover(slug);
        }
        return done;
    }

    /** Whoever holds the lock is alive and ends it without us. */
    private boolean recover(String slug) {
        try {
            Optional<Kind> ended =
                    lock.tryWith(slug, () -> recovery.recover(slug)).flatMap(kind -> kind);
            ended.ifPresent(kind -> LOG.info("Tenant {}: ended a {} that was left in the middle", slug, kind));
            said.remove(slug);
            return true;
        } catch (RuntimeException e) {
            sayOnce(slug, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void sayOnce(String slug, String message) {
        if (!message.equals(said.put(slug, message))) {
            LOG.warn("Tenant {} cannot be brought to an end yet, trying again: {}", slug, message);
        }
    }
}

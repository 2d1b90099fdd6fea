package io.plexica.plugins.internal.deploy;

import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.threads.Daemons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the folder into which jars are dropped. Nobody else looks there, and nothing in it runs from there: a file is an
 * offer, copied and checked before anything happens. Files are offered one after the other; one that takes long goes on beside
 * the others.
 */
@Component(service = DeployFolder.class, immediate = true)
public final class DeployFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    /** After such a part of the time that a plugin may take to start, the next file has its turn. */
    private static final int PARTS = 3;

    private final Path folder;
    private final Duration patience;
    private final DeployOffers offers;
    private final Map<String, DroppedFile> files = new HashMap<>();
    private final Map<String, Future<?>> underWay = new HashMap<>();
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-deploy"));
    private final ExecutorService offering = Executors.newCachedThreadPool(Daemons.named("plexica-offer"));
    private final Set<String> strangers = new HashSet<>();
    private final Map<String, String> untaken = new HashMap<>();
    private @Nullable DeployFolderState memory;
    private boolean started;
    private String lastTrouble = "";

    /** Begins to watch. */
    @Activate
    public DeployFolder(@Reference PluginsSettings settings, @Reference DeployOffers offers) {
        this.folder = settings.deploy();
        this.offers = offers;
        this.patience = settings.startTimeout().dividedBy(PARTS);
        long pause = settings.deployInterval().toMillis();
        watcher.scheduleWithFixedDelay(this::safely, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** Stops watching; what was published stays. */
    @Deactivate
    public void close() {
        watcher.shutdownNow();
        offering.shutdownNow();
    }

    private void safely() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            look();
            lastTrouble = "";
        } catch (IOException | RuntimeException | LinkageError e) {
            // The same trouble four times a second would drown the log.
            if (!e.toString().equals(lastTrouble)) {
                lastTrouble = e.toString();
                LOG.error("The deploy folder {} cannot be watched", folder, e);
            }
        }
    }

    private void look() throws IOException {
        Files.createDirectories(folder);
        DeployFolderState known = memory;
        if (known == null) {
            known = DeployFolderState.of(folder);
        }
        Listing listing = Listing.of(folder);
        Map<String, FileStamp> found = listing.jars();
        underWay.values().removeIf(DeployFolder::hasEnded);
        tellStrangers(listing);
        removeNotes(listing);
        // What is being offered is looked at again afterwards.
        found.keySet().removeAll(underWay.keySet());
        boolean first = memory == null;
        memory = known;
        found.forEach((name, stamp) -> files.computeIfAbsent(
                        name, unknown -> new DroppedFile(folder.resolve(name), stamp, first))
                .seen(stamp));
        offer(found.keySet(), known);
        miss(found.keySet(), known);
    }

    /** One file that cannot be taken, for whatever reason, keeps no other from being offered; it is tried again, and said once. */
    private void offer(Set<String> found, DeployFolderState known) {
        untaken.keySet().retainAll(files.keySet());
        for (String name : found) {
            DroppedFile file = files.get(name);
            if (file != null && file.isPending()) {
                try {
                    patiently(name, () -> offers.offer(file, known));
                    untaken.remove(name);
                } catch (IOException | RuntimeException e) {
                    tellUntaken(file, e);
                }
            }
        }
    }

    private void tellUntaken(DroppedFile file, Exception cause) {
        String why = Trouble.inWords(cause);
        if (!offering.isShutdown() && !why.equals(untaken.put(file.name(), why))) {
            LOG.error("{} could not be taken yet; it is tried again", file.name(), cause);
            RefusalNote.writeUntaken(file.path(), why);
        }
    }

    /**
     * Looks for what is gone. What went before the platform was started is not missed until all that is there was offered,
     * but for what cannot be taken: another file may have brought the same meanwhile.
     */
    private void miss(Set<String> found, DeployFolderState known) throws IOException {
        started |= underWay.isEmpty()
                && files.values().stream().noneMatch(file -> file.isPending() && !untaken.containsKey(file.name()));
        Set<String> gone = new TreeSet<>(files.keySet());
        if (started) {
            gone.addAll(known.names());
        }
        gone.removeAll(found);
        for (String name : gone) {
            if (!underWay.containsKey(name) && !isThere(name)) {
                files.remove(name);
                patiently(name, () -> offers.vanished(name, known));
            }
        }
    }

    private boolean isThere(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** A note goes with its jar, also when that went while nobody looked. */
    private void removeNotes(Listing listing) {
        for (String name : listing.noted()) {
            if (!listing.jars().containsKey(name) && !underWay.containsKey(name) && !isThere(name)) {
                RefusalNote.remove(folder.resolve(name));
            }
        }
    }

    private void tellStrangers(Listing listing) {
        strangers.retainAll(listing.strangers());
        for (String name : listing.strangers()) {
            if (strangers.add(name)) {
                LOG.warn(
                        "{} is passed over: only files whose name ends with .jar, in small letters, are looked at",
                        name);
            }
        }
    }

    /** Waits for what is done about a file, but not for ever: then it goes on by itself. */
    private void patiently(String name, Work work) throws IOException {
        ExecutionContext context = Contexts.require();
        Future<?> done = offering.submit(() -> {
            try (Contexts.Scope scope = Contexts.open(context)) {
                work.run();
            }
            return Boolean.TRUE;
        });
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("{} takes its time; others go on", name, e);
            underWay.put(name, done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            failed(name, e.getCause());
        }
    }

    private static boolean hasEnded(Future<?> work) {
        if (!work.isDone()) {
            return false;
        }
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("What was dropped could not be looked after", e);
        }
        return true;
    }

    private static void failed(String name, @Nullable Throwable cause) throws IOException {
        if (cause instanceof NoSuchFileException vanished) {
            LOG.debug("{} vanished while it was read", name, vanished);
        } else if (cause instanceof IOException known) {
            throw known;
        } else if (cause instanceof RuntimeException known) {
            throw known;
        } else {
            throw new IllegalStateException(name + " could not be looked after: " + cause, cause);
        }
    }

    /** What is done about a file. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}

package io.plexica.plugins.internal.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the files in a deploy folder have brought, also before the platform was started: only so a jar that vanished meanwhile
 * is missed. It lies in the folder itself. A folder that is new, or not there at the moment, remembers nothing, and nothing is
 * withdrawn because of it, whatever came from the folders of other nodes. Safe for all threads.
 */
final class DeployFolderState {

    /** The file in which it is kept. */
    static final String FILE = ".plexica-brought";

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolderState.class);

    private final Path file;
    private final Map<String, DeployedFile> brought = new TreeMap<>();

    private DeployFolderState(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** A folder's memory, as it was kept. */
    static DeployFolderState of(Path folder) throws IOException {
        DeployFolderState memory = new DeployFolderState(folder);
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(memory.file)) {
            kept.load(in);
        } catch (NoSuchFileException e) {
            LOG.debug("Nothing was brought from {} so far", folder, e);
        } catch (IllegalArgumentException e) {
            LOG.warn("{} is damaged: what it remembered is left alone", memory.file, e);
            kept.clear();
        }
        for (String name : kept.stringPropertyNames()) {
            DeployedFile.parse(kept.getProperty(name)).ifPresent(what -> memory.brought.put(name, what));
        }
        return memory;
    }

    /** The files that have brought something. */
    synchronized List<String> names() {
        return List.copyOf(brought.keySet());
    }

    /** What a file has brought last. */
    synchronized Optional<DeployedFile> of(String name) {
        return Optional.ofNullable(brought.get(name));
    }

    /** A file has brought something. */
    synchronized void put(String name, DeployedFile what) {
        if (!what.equals(brought.put(name, what))) {
            keep();
        }
    }

    /** A file brings nothing any more. */
    synchronized void forget(String name) {
        if (brought.remove(name) != null) {
            keep();
        }
    }

    /** The same as some file has brought already; empty when none has. */
    synchronized Optional<DeployedFile> same(DeployedFile what) {
        return brought.values().stream().filter(what::isSame).findFirst();
    }

    /** Whether another file brings the same version. */
    synchronized boolean isElsewhere(String name, DeployedFile what) {
        return brought.entrySet().stream()
                .filter(other -> !other.getKey().equals(name))
                .anyMatch(other -> other.getValue().plugin().equals(what.plugin()));
    }

    private void keep() {
        try {
            if (brought.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Properties kept = new Properties();
            brought.forEach((name, what) -> kept.setProperty(name, what.line()));
            Path fresh = file.resolveSibling(FILE + ".tmp");
            try (Writer out = Files.newBufferedWriter(fresh)) {
                kept.store(out, "Which file has brought which plugin version; kept by Plexica");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be written; jars that vanish while the platform is down will not be missed: {}",
                    file,
                    e.toString());
        }
    }
}

package io.plexica.backup.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where backups lie, each in a folder with a summary that is written last of all. One that is being made, or was broken off, has
 * another name until then. Safe for all threads.
 */
public final class BackupFolder {

    /** The folder of tenants within a backup. */
    public static final String TENANTS = "tenants/";

    /** The folder of plugins within a backup. */
    public static final String PLUGINS = "plugins/";

    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);

    /** Damaged ones that were told of: they are looked at with each reading of the metrics. */
    private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet();

    static final String SUMMARY = "backup.json";

    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z(-\\d+)?");
    private static final String UNFINISHED = ".part";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path root;

    /** Backups in this folder, which is made when the first one is. */
    public BackupFolder(Path root) {
        this.root = root;
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** All that are whole, newest first. */
    public List<Backup> list() throws IOException {
        List<Backup> backups = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.list(root)) {
                for (Path folder : folders.sorted(Comparator.reverseOrder()).toList()) {
                    String name = String.valueOf(folder.getFileName());
                    if (NAME.matcher(name).matches()) {
                        read(folder).ifPresent(backups::add);
                    }
                }
            }
        }
        return backups;
    }

    /**
     * One of them.
     *
     * @param name its name; {@code latest} for the newest
     * @throws PlexicaException {@code not-found}
     */
    public Backup get(String name) throws IOException {
        Optional<Backup> found = name.equals("latest")
                ? list().stream().findFirst()
                : NAME.matcher(name).matches() ? read(root.resolve(name)) : Optional.empty();
        return found.orElseThrow(() -> PlexicaException.notFound("There is no backup " + name + " in " + root));
    }

    /** A file of a backup. */
    public Path file(Backup backup, String name) {
        Path folder = root.resolve(backup.name()).normalize();
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw PlexicaException.notFound("There is no file " + name + " in the backup " + backup.name());
        }
        return file;
    }

    /** Work on the folder. */
    interface Work<T> {
        T in(Path root) throws IOException;
    }

    /**
     * Works here while nobody else does, on this machine or on another that shares the folder.
     *
     * @throws PlexicaException {@code conflict} while somebody does
     */
    <T> T alone(Work<T> work) throws IOException {
        Files.createDirectories(root);
        try (FileChannel channel =
                        FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw busy();
            }
            return work.in(root);
        } catch (OverlappingFileLockException e) {
            throw busy();
        }
    }

    /** Makes a folder for a backup that is being made; whoever calls works alone. What was broken off before goes. */
    Path begin(String name) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder :
                    folders.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
                remove(folder);
            }
        }
        Path folder = Files.createDirectories(root.resolve(name + UNFINISHED));
        Files.createDirectories(folder.resolve(TENANTS));
        Files.createDirectories(folder.resolve(PLUGINS));
        return folder;
    }

    /** Writes the summary, after which the backup is whole. */
    void end(Path folder, Backup backup) throws IOException {
        Files.write(folder.resolve(SUMMARY), JSON.writeValueAsBytes(backup));
        Files.move(folder, root.resolve(backup.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes a backup, its summary first. */
    void remove(Backup backup) throws IOException {
        Files.deleteIfExists(root.resolve(backup.name()).resolve(SUMMARY));
        remove(root.resolve(backup.name()));
    }

    private static Optional<Backup> read(Path folder) throws IOException {
        try {
            Backup backup = JSON.readValue(Files.readAllBytes(folder.resolve(SUMMARY)), Backup.class);
            return Optional.of(new Backup(
                    String.valueOf(folder.getFileName()),
                    backup.platform(),
                    backup.begunAt(),
                    backup.endedAt(),
                    backup.files(),
                    backup.failures()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            if (TOLD.add(folder)) {
                LOG.warn("The summary of the backup {} is damaged, so it is none: {}", folder, e.getOriginalMessage());
            }
            return Optional.empty();
        }
    }

    /** Removes what lies in a folder, and it. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static PlexicaException busy() {
        return new PlexicaException(
                ErrorCode.CONFLICT, "backup-running: somebody is making or removing backups there right now");
    }
}

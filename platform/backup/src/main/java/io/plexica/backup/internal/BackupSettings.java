package io.plexica.backup.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once. */
@Component(
        service = BackupSettings.class,
        configurationPid = BackupConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class BackupSettings {

    private final List<String> parts;
    private final long largest;
    private final long largestUnpacked;
    private final Path folder;
    private final String schedule;
    private final int kept;

    @Activate
    public BackupSettings(BackupConfig config) {
        this(
                list(config.exportParts()),
                config.importMaxBytes(),
                config.importUnpackedMaxBytes(),
                config.backupFolder().isBlank()
                        ? Path.of(config.home().strip(), "data", "backups").toAbsolutePath()
                        : Path.of(config.backupFolder().strip()).toAbsolutePath(),
                config.backupSchedule().strip(),
                config.backupKeep());
    }

    /** Settings for whoever has no configuration. */
    public BackupSettings(
            List<String> parts, long largest, long largestUnpacked, Path folder, String schedule, int kept) {
        this.parts = List.copyOf(parts);
        this.largest = largest;
        this.largestUnpacked = largestUnpacked;
        this.folder = folder;
        this.schedule = schedule;
        this.kept = kept;
    }

    /** Where backups lie. */
    public Path folder() {
        return folder;
    }

    /** When they are made; empty for never. */
    public String schedule() {
        return schedule;
    }

    /** How many are kept. */
    public int kept() {
        return kept;
    }

    /** The parts that must all be there, in order. */
    public List<String> parts() {
        return parts;
    }

    /** How many bytes a file may have. */
    public long largest() {
        return largest;
    }

    /** How many bytes may be in it. */
    public long largestUnpacked() {
        return largestUnpacked;
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}

package io.plexica.backup.internal.doctor;

import io.plexica.backup.internal.BackupSettings;
import io.plexica.backup.internal.store.Backup;
import io.plexica.backup.internal.store.Backups;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether there is a backup, and a recent one. */
@Component(service = Examination.class)
public final class BackupExamination implements Examination {

    private static final Duration OLD = Duration.ofDays(8);
    private static final String SUBJECT = "tenants one by one";

    private final Backups backups;
    private final BackupSettings settings;

    /** Looks where they lie. */
    @Activate
    public BackupExamination(@Reference Backups backups, @Reference BackupSettings settings) {
        this.backups = backups;
        this.settings = settings;
    }

    @Override
    public String area() {
        return "backups";
    }

    @Override
    public List<Finding> examine() throws IOException {
        return List.of(judge(
                backups.folder().list().stream().findFirst(),
                settings.schedule().isEmpty(),
                Instant.now()));
    }

    static Finding judge(Optional<Backup> newest, boolean byHand, Instant now) {
        if (newest.isEmpty()) {
            return Finding.warn(
                    SUBJECT,
                    "there is no backup",
                    byHand ? "set PLEXICA_BACKUP_SCHEDULE, or call backup:create" : "job:list says when there will be");
        }
        Backup backup = newest.get();
        if (!backup.failures().isEmpty()) {
            return Finding.warn(
                    SUBJECT, "the newest backup lacks " + backup.failures(), "put that right, then backup:create");
        }
        Duration age = Duration.between(backup.begunAt(), now);
        return age.compareTo(OLD) > 0
                ? Finding.warn(
                        SUBJECT,
                        "the newest backup is " + age.toDays() + " days old",
                        "call backup:create, or set PLEXICA_BACKUP_SCHEDULE")
                : Finding.ok(SUBJECT, "the newest backup is of " + backup.begunAt());
    }
}

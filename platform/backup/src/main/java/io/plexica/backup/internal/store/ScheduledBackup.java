package io.plexica.backup.internal.store;

import io.plexica.backup.internal.BackupSettings;
import io.plexica.spi.jobs.PlatformJob;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes a backup when it is time to, where a time is set. */
@Component(service = ScheduledBackup.class, immediate = true)
public final class ScheduledBackup {

    private final @Nullable ServiceRegistration<PlatformJob> job;

    @Activate
    public ScheduledBackup(BundleContext context, @Reference Backups backups, @Reference BackupSettings settings) {
        job = settings.schedule().isEmpty()
                ? null
                : context.registerService(PlatformJob.class, new Job(backups, settings.schedule()), null);
    }

    @Deactivate
    void stop() {
        if (job != null) {
            job.unregister();
        }
    }

    private record Job(Backups backups, String schedule) implements PlatformJob {

        @Override
        public String name() {
            return "backup.create";
        }

        @Override
        public void run() throws Exception {
            Backup backup = backups.create(List.of(), slug -> {});
            if (!backup.failures().isEmpty()) {
                throw new IllegalStateException("The backup " + backup.name() + " lacks " + backup.failures());
            }
        }
    }
}

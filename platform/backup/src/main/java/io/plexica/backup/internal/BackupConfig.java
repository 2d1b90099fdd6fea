package io.plexica.backup.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this room. */
@ObjectClassDefinition(
        name = "Backup",
        description = "Taking tenants out of the platform and bringing them in",
        pid = BackupConfig.PID)
@interface BackupConfig {

    String PID = "io.plexica.backup";

    @AttributeDefinition(
            name = "PLEXICA_EXPORT_PARTS",
            description = "The parts that make up a tenant's export, in the order in which an import brings them in,"
                    + " separated by commas. If who does one of them is missing, nothing is exported or imported."
                    + " Since 1.1.")
    String exportParts() default "tables,plugins,storage,histories,people";

    @AttributeDefinition(
            name = "PLEXICA_IMPORT_MAX_BYTES",
            description = "The largest file that is imported. Since 1.1.",
            min = "1024")
    long importMaxBytes() default 10_737_418_240L;

    @AttributeDefinition(
            name = "PLEXICA_IMPORT_UNPACKED_MAX_BYTES",
            description = "How large what is in it may be, unpacked. Since 1.1.",
            min = "1024")
    long importUnpackedMaxBytes() default 107_374_182_400L;

    @AttributeDefinition(
            name = "PLEXICA_HOME",
            description = "Folder of everything that lives: data, logs, credentials, deploy/. Since 1.1.")
    String home() default "";

    @AttributeDefinition(
            name = "PLEXICA_BACKUP_FOLDER",
            description =
                    "Folder of backups of tenants; several nodes need one that they share. Empty for data/backups in"
                            + " PLEXICA_HOME. Since 1.1.")
    String backupFolder() default "";

    @AttributeDefinition(
            name = "PLEXICA_BACKUP_SCHEDULE",
            description =
                    "When all tenants are backed up, a cron expression such as '0 0 3 * * *' or an interval such as"
                            + " '1d'; empty for never. Since 1.1.")
    String backupSchedule() default "";

    @AttributeDefinition(
            name = "PLEXICA_BACKUP_KEEP",
            description = "How many backups are kept; the oldest goes when there is another one that lacks nothing."
                    + " Since 1.1.",
            min = "1",
            max = "10000")
    int backupKeep() default 7;
}

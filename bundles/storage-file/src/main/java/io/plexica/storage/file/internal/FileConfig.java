package io.plexica.storage.file.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Storage in a folder",
        description = "Objects in a folder of this machine",
        pid = FileConfig.PID)
@interface FileConfig {

    String PID = "io.plexica.storage.file";

    @AttributeDefinition(
            name = "PLEXICA_HOME",
            description = "Folder of everything that lives: data, logs, credentials, deploy/. Since 1.1.")
    String home() default "";

    @AttributeDefinition(
            name = "PLEXICA_STORAGE_FOLDER",
            description = "Folder of the storage engine 'file'; several nodes need one that they share. Empty for"
                    + " data/storage in PLEXICA_HOME. Since 1.1.")
    String folder() default "";
}

package io.plexica.data.internal.jpa;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.work.WorkDatabase;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/**
 * Writes the current workspace into the attribute of a new entity, where the entity has one for it. What the row gets is
 * PostgreSQL's business: the column is never sent.
 */
final class WorkspaceStamp extends DescriptorEventAdapter {

    private final @Nullable DatabaseMapping mapping;

    private WorkspaceStamp(@Nullable DatabaseMapping mapping) {
        this.mapping = mapping;
    }

    /** Makes an entity stamped, and the column read-only to it. */
    static void prepare(ClassDescriptor descriptor) {
        DatabaseMapping mapped = descriptor.getMappings().stream()
                .filter(mapping -> mapping.isDirectToFieldMapping()
                        && mapping.getField().getName().equalsIgnoreCase(WorkspaceEntities.COLUMN))
                .findFirst()
                .orElse(null);
        if (mapped != null) {
            mapped.setIsReadOnly(true);
        }
        descriptor.getEventManager().addListener(new WorkspaceStamp(mapped));
    }

    @Override
    public void prePersist(DescriptorEvent event) {
        UUID workspace = WorkDatabase.workspace();
        if (workspace == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    event.getObject().getClass().getSimpleName()
                            + " belongs to a workspace, and this work is done outside any: it cannot be kept");
        }
        if (mapping != null) {
            boolean text = mapping.getAttributeClassification() == String.class;
            mapping.setAttributeValueInObject(event.getObject(), text ? workspace.toString() : workspace);
        }
    }
}

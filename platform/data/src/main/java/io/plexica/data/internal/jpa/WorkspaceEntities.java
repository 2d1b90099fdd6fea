package io.plexica.data.internal.jpa;

import io.plexica.api.data.WorkspaceScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.sessions.Session;

/** Knows the entities that are scoped by workspace, and the tables in which their rows lie. */
final class WorkspaceEntities {

    /** The column that says to which workspace a row belongs. */
    static final String COLUMN = "workspace_id";

    private WorkspaceEntities() {}

    /** Whether the class, or one that it extends, is scoped by workspace. */
    static boolean isScoped(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            if (one.isAnnotationPresent(WorkspaceScoped.class)) {
                return true;
            }
        }
        return false;
    }

    /** The tables of all such entities of a session, those of their collections among them, as PostgreSQL names them. */
    static Set<String> tables(Session session) {
        Set<String> names = new TreeSet<>();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (isScoped(descriptor.getJavaClass())) {
                descriptor.getTables().forEach(table -> names.add(EntityColumns.name(table)));
                descriptor.getMappings().stream()
                        .flatMap(WorkspaceEntities::collectionTables)
                        .forEach(table -> names.add(EntityColumns.name(table)));
            }
        }
        return names;
    }

    /** The tables of a collection's own. */
    static Stream<DatabaseTable> collectionTables(DatabaseMapping mapping) {
        if (mapping instanceof DirectCollectionMapping collection) {
            return Stream.of(collection.getReferenceTable());
        }
        if (mapping instanceof ManyToManyMapping relation) {
            return Stream.of(relation.getRelationTable());
        }
        return mapping instanceof AggregateCollectionMapping collection
                ? collection.getReferenceDescriptor().getTables().stream()
                : Stream.of();
    }
}

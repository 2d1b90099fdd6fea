package io.plexica.tenancy.internal.workspaces;

import io.plexica.spi.tenancy.WorkspaceListener;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The rooms that take part when workspaces and members go. Safe for all threads. */
@Component(service = WorkspaceListeners.class)
public final class WorkspaceListeners {

    private final List<WorkspaceListener> listeners = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(WorkspaceListener listener) {
        listeners.add(listener);
    }

    void remove(WorkspaceListener listener) {
        listeners.remove(listener);
    }

    /** What would be lost with a workspace, in words. */
    List<String> dependants(String tenant, UUID workspace) {
        return listeners.stream()
                .flatMap(listener -> listener.dependants(tenant, workspace).stream())
                .sorted()
                .toList();
    }

    void removed(String tenant, UUID workspace) {
        listeners.forEach(listener -> listener.removed(tenant, workspace));
    }

    void memberRemoved(String tenant, UUID workspace, UUID user) {
        listeners.forEach(listener -> listener.memberRemoved(tenant, workspace, user));
    }
}

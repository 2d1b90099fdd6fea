package io.plexica.api.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a plugin does at the turns of its life in a tenant. Register at most one as a DS service; override what you need.
 *
 * <p>Each method is called by the platform on a worker thread, in the tenant's context and in a unit of work of its own.
 * It may block, but not for longer than the platform's bound (30 s unless configured): then it is interrupted and counts
 * as failed. A {@code before} method vetoes the step by throwing; the message of a
 * {@link io.plexica.api.problem.PlexicaException} is the reason that people read. What an {@code after} method throws is
 * logged and undoes nothing.
 */
@ConsumerType
public interface PluginLifecycle {

    /** Before anything is made: unless an uninstallation has kept them there are no tables yet. A throw fails the installation. */
    default void beforeInstall(LifecycleEvent event) {}

    /** The plugin is installed. */
    default void afterInstall(LifecycleEvent event) {}

    /** Before requests are let in. A throw keeps the plugin disabled. */
    default void beforeEnable(LifecycleEvent event) {}

    /** Requests are let in. */
    default void afterEnable(LifecycleEvent event) {}

    /** Before requests are shut out. A throw keeps the plugin enabled. */
    default void beforeDisable(LifecycleEvent event) {}

    /** Requests are shut out. */
    default void afterDisable(LifecycleEvent event) {}

    /** Before this version's migrations run and requests go to it. Called on the new version. A throw keeps the old one. */
    default void beforeUpgrade(LifecycleEvent event) {}

    /** Requests go to this version. Called on the new version. */
    default void afterUpgrade(LifecycleEvent event) {}

    /** Before the plugin is taken from the tenant; its data is still there. A throw keeps it installed. */
    default void beforeUninstall(LifecycleEvent event) {}

    /** The plugin is gone from the tenant. */
    default void afterUninstall(LifecycleEvent event) {}

    /**
     * Before requests of a workspace are let in again; in the workspace's context. A throw keeps the plugin switched off there.
     *
     * @since 1.1
     */
    default void beforeEnableInWorkspace(WorkspaceLifecycleEvent event) {}

    /**
     * Requests of a workspace are let in again.
     *
     * @since 1.1
     */
    default void afterEnableInWorkspace(WorkspaceLifecycleEvent event) {}

    /**
     * Before requests of a workspace are shut out; in the workspace's context. A throw keeps the plugin switched on there.
     *
     * @since 1.1
     */
    default void beforeDisableInWorkspace(WorkspaceLifecycleEvent event) {}

    /**
     * Requests of a workspace are shut out.
     *
     * @since 1.1
     */
    default void afterDisableInWorkspace(WorkspaceLifecycleEvent event) {}
}

package io.plexica.plugins.internal.runtime;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.ComponentDescription;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.host.BundleHost;
import io.plexica.plugins.internal.host.HostedPlugin;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.web.PluginServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Starts plugin versions, one step after the other, and takes everything back when one step fails. */
final class PluginStarter {

    /** How long a plugin's components may wait for the services that they need, at most. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final BundleHost host;
    private final PluginUnits units;
    private final PluginSchemas schemas;
    private final PluginServers servers;
    private final PluginStopper stopper;
    private final Duration limit;
    private final Duration wait;

    PluginStarter(
            BundleHost host,
            PluginUnits units,
            PluginSchemas schemas,
            PluginServers servers,
            PluginStopper stopper,
            Duration limit) {
        this.schemas = schemas;
        this.host = host;
        this.units = units;
        this.servers = servers;
        this.stopper = stopper;
        this.limit = limit;
        // Well before the limit, so that there is time left to say what is missing.
        Duration half = limit.dividedBy(2);
        this.wait = half.compareTo(LONGEST_WAIT) < 0 ? half : LONGEST_WAIT;
    }

    /**
     * Installs a version's bundle and links it; none of its code runs.
     *
     * @param fresh whether it comes anew: what is there already goes on although it would not be taken today
     * @throws PlexicaException {@code plugin-invalid} saying why it could not run
     */
    InstalledPlugin install(Candidate candidate, Path jar, boolean fresh) {
        stopper.demandStopped(candidate.location());
        Runnable takeBack = host.carry(candidate, jar);
        try {
            return new InstalledPlugin(candidate, link(candidate, host.install(candidate, jar), fresh), takeBack);
        } catch (RuntimeException e) {
            takeBack.run();
            throw e;
        }
    }

    private HostedPlugin link(Candidate candidate, HostedPlugin hosted, boolean fresh) {
        try {
            refuse(hosted.resolve());
            refuseAll(problems(candidate, hosted.loader(), fresh));
            units.open(candidate.ref(), candidate.persistent(), hosted.loader());
            return hosted;
        } catch (RuntimeException | LinkageError e) {
            throw refused(candidate, hosted, e);
        }
    }

    /**
     * Starts a version's bundle; nobody can call it yet. Takes as long as the plugin's code does, up to the limit, and to stop
     * it as long again: nobody else should wait for that.
     *
     * @throws PlexicaException {@code plugin-invalid} saying why it cannot run; its bundle is gone then, if it goes
     */
    PreparedPlugin start(InstalledPlugin plugin) {
        Candidate candidate = plugin.candidate();
        try {
            return new PreparedPlugin(candidate, plugin.hosted(), activate(candidate, plugin.hosted()));
        } catch (RuntimeException | LinkageError e) {
            throw refused(candidate, plugin.hosted(), e);
        }
    }

    private PlexicaException refused(Candidate candidate, HostedPlugin hosted, Throwable cause) {
        stopper.discard(candidate, hosted);
        return cause instanceof PlexicaException known ? known : refusal("It cannot be started: " + cause, cause);
    }

    /**
     * Resolves a version and looks at it, without running any of its code; nothing of it is left.
     *
     * @throws PlexicaException {@code plugin-invalid} saying why it could not run
     */
    <T> T examine(Candidate candidate, Path jar, Function<ClassLoader, T> look) {
        stopper.demandStopped(candidate.location());
        Runnable takeBack = host.carry(candidate, jar);
        try {
            return examine(candidate, host.install(candidate, jar), look);
        } finally {
            takeBack.run();
        }
    }

    private <T> T examine(Candidate candidate, HostedPlugin hosted, Function<ClassLoader, T> look) {
        try {
            refuse(hosted.resolve());
            refuseAll(problems(candidate, hosted.loader(), true));
            return look.apply(hosted.loader());
        } catch (LinkageError e) {
            throw refusal("It cannot be started: " + e, e);
        } finally {
            stopper.discard(candidate, hosted);
        }
    }

    /**
     * Puts a version onto the network, in the place of what was served for it before; no route leads to it yet.
     *
     * @throws PlexicaException {@code plugin-invalid} when its resources cannot be served
     */
    RunningPlugin serve(PreparedPlugin plugin) {
        Candidate candidate = plugin.candidate();
        String title = candidate.manifest().name();
        return new RunningPlugin(
                plugin,
                servers.serve(
                        candidate.ref(),
                        title,
                        plugin.resources(),
                        plugin.hosted().loader(),
                        candidate.manifest().limits()));
    }

    /** What is wrong with its resources and migrations, all of it. */
    private List<FieldError> problems(Candidate candidate, ClassLoader loader, boolean fresh) {
        PluginManifest manifest = candidate.manifest();
        List<Class<?>> resources = resourceClasses(candidate, loader);
        List<FieldError> problems = new ArrayList<>(PluginCheck.plain(servers.check(manifest.id(), resources)));
        String migrations = manifest.data().migrations();
        if (migrations != null) {
            problems.addAll(PluginCheck.plain(schemas.check(migrations, loader)));
        }
        String health = manifest.healthCheck();
        String unanswered = health == null || !fresh ? null : servers.unanswered(health, resources);
        if (unanswered != null) {
            problems.add(new FieldError("/api/healthCheck", unanswered));
        }
        return problems;
    }

    private List<Object> activate(Candidate candidate, HostedPlugin hosted) {
        try {
            return BoundedExecution.run("start of " + candidate.ref(), hosted.loader(), limit, () -> {
                hosted.start();
                return hosted.resources(wait);
            });
        } catch (PlexicaException e) {
            throw e.code() == ErrorCode.PLUGIN_TIMEOUT ? refusal("The " + e.detail() + place(e.getCause()), e) : e;
        } catch (Exception e) {
            throw refusal("It cannot be started: " + e, e);
        }
    }

    private static String place(@Nullable Throwable cause) {
        return cause == null ? "" : "; it hangs in " + Removal.where(cause.getStackTrace());
    }

    private static List<Class<?>> resourceClasses(Candidate candidate, ClassLoader loader) {
        List<Class<?>> classes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (ComponentDescription component : candidate.components()) {
            if (!component.isResource()) {
                continue;
            }
            try {
                classes.add(Class.forName(component.implementation(), false, loader));
            } catch (ClassNotFoundException | LinkageError e) {
                problems.add("The class " + component.implementation() + " cannot be loaded: " + e);
            }
        }
        refuse(problems);
        return classes;
    }

    private static void refuse(List<String> problems) {
        refuseAll(PluginCheck.plain(problems));
    }

    private static void refuseAll(List<FieldError> problems) {
        if (!problems.isEmpty()) {
            throw PluginCheck.refusal(problems);
        }
    }

    private static PlexicaException refusal(String sentence, Throwable cause) {
        return new PlexicaException(ErrorCode.PLUGIN_INVALID, sentence, cause)
                .withErrors(List.of(new FieldError("", sentence)));
    }
}

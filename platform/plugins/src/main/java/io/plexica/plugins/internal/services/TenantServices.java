package io.plexica.plugins.internal.services;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.services.PluginServices;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds for the calling tenant what other plugins offer. */
@Component
public final class TenantServices implements PluginServices {

    private static final Logger LOG = LoggerFactory.getLogger(TenantServices.class);

    private final Providers providers;
    private final ServiceCalls calls;
    private final Database database;

    /** Names of versions and types about which the log has said that they do not fit. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Takes what it looks at. */
    @Activate
    public TenantServices(@Reference Providers providers, @Reference ServiceCalls calls, @Reference Database database) {
        this.providers = providers;
        this.calls = calls;
        this.database = database;
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return all(type).stream().findFirst();
    }

    @Override
    public <T> List<T> all(Class<T> type) {
        if (!type.isInterface() || !Modifier.isPublic(type.getModifiers())) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, type.getName() + " is no public interface, as services' types are");
        }
        return providers.of(type.getName(), Contexts.find()).stream()
                .filter(provider -> fits(type, provider))
                .map(provider -> type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        new ProviderCall(type, provider.candidate().ref().id(), providers, calls, database))))
                .toList();
    }

    /** Whether caller and provider are linked to the same API bundle. */
    private boolean fits(Class<?> type, RunningPlugin provider) {
        boolean fits = type.isInstance(provider.hosted().offered(type.getName()));
        if (!fits && told.add(provider + " " + type.getName())) {
            LOG.warn(
                    "{} offers {} by another version of its API bundle than a caller is linked to; the caller finds"
                            + " none",
                    provider,
                    type.getName());
        }
        return fits;
    }
}

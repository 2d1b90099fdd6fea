package io.plexica.web.internal.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.web.internal.bounds.VersionCalls;
import io.plexica.web.internal.call.CallAdmission;
import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.guard.RefusedAttempts;
import io.plexica.web.internal.guard.Rules;
import io.plexica.web.internal.json.JsonMappers;
import io.plexica.web.internal.json.JsonProvider;
import io.plexica.web.internal.metrics.CallMeters;
import io.plexica.web.internal.openapi.ServerDescription;
import io.plexica.web.internal.rooms.Rooms;
import io.plexica.web.internal.stream.EventStreams;
import io.plexica.web.internal.whole.Completeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Builds servers on one bus. Safe for all threads. */
@Component(service = ServerFactory.class)
public final class ServerFactory {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "default.wae.mapper.least.specific",
            true,
            "default.content.type",
            "application/json",
            "org.apache.cxf.logging.FaultListener",
            new FaultLogSilencer());

    private final Rooms rooms;
    private final CallMeters meters;
    private final Completeness whole;
    private final Bus bus;
    private final EventStreams streams;
    private final RefusedAttempts refused;
    private final AtomicLong numbers = new AtomicLong();

    @Activate
    public ServerFactory(@Reference Rooms rooms, @Reference CallMeters meters, @Reference Completeness whole) {
        this.rooms = rooms;
        this.meters = meters;
        this.whole = whole;
        this.refused = new RefusedAttempts(rooms);
        this.streams = new EventStreams(new CallAdmission(rooms));
        this.bus = withLoader(CXFBusFactory.class.getClassLoader(), () -> new CXFBusFactory().createBus());
        BusFactory.setThreadDefaultBus(null);
    }

    @Deactivate
    public void close() {
        streams.close();
        bus.shutdown(true);
    }

    /** What is wrong with classes of resources; {@code pluginId} is null for the platform's. */
    public List<String> check(@Nullable String pluginId, List<Class<?>> classes) {
        try {
            return ResourceCheck.problems(pluginId, classes, bus);
        } finally {
            if (pluginId != null) {
                forget(classes);
            }
        }
    }

    /** Why none of a plugin's classes could answer the platform's own question; null when one could. */
    public @Nullable String unanswered(String path, List<Class<?>> classes) {
        try {
            return ResourceCheck.unanswered(path, classes, bus);
        } finally {
            forget(classes);
        }
    }

    private void forget(List<Class<?>> classes) {
        classes.forEach(type -> BusMemory.forget(bus, type.getClassLoader()));
    }

    /**
     * Builds a server.
     *
     * @param plugin whose it is; null for the platform's
     * @throws PlexicaException {@code plugin-invalid} with all that is wrong
     */
    public ApiServer create(@Nullable PluginRef plugin, String title, List<Object> resources, ClassLoader loader) {
        return create(plugin, title, resources, loader, null);
    }

    /**
     * Builds a server whose calls are bounded.
     *
     * @param calls keeps account of its calls; null for the platform's, which have no bounds
     * @throws PlexicaException {@code plugin-invalid} with all that is wrong
     */
    public ApiServer create(
            @Nullable PluginRef plugin,
            String title,
            List<Object> resources,
            ClassLoader loader,
            @Nullable VersionCalls calls) {
        refuseFaulty(plugin, resources);
        return withLoader(loader, () -> build(plugin, title, resources, loader, calls));
    }

    private ApiServer build(
            @Nullable PluginRef plugin,
            String title,
            List<Object> resources,
            ClassLoader loader,
            @Nullable VersionCalls calls) {
        JAXRSServerFactoryBean bean = new JAXRSServerFactoryBean();
        bean.setBus(bus);
        bean.setStart(false);
        bean.setAddress("/" + numbers.incrementAndGet());
        List<Object> served = resources.stream()
                .filter(resource -> !ResourceCheck.isHelper(resource.getClass()))
                .toList();
        bean.setServiceBeans(served.isEmpty() ? List.of(new NoResource()) : served);
        bean.setProperties(new HashMap<>(PROPERTIES));
        List<ClassResourceInfo> model = bean.getServiceFactory().getClassResourceInfo();
        MergePatches.accept(model);
        Rules rules = new Rules(model, plugin == null ? null : plugin.id(), meters);
        BeanValidation validation = new BeanValidation(loader);
        ObjectMapper mapper = JsonMappers.create();
        StreamAnswers answers = new StreamAnswers(streams, rules, mapper);
        boolean alone = resources.stream().noneMatch(resource -> ResourceCheck.isHelper(resource.getClass()));
        DirectAnswers direct = new DirectAnswers(alone, mapper);
        UnitOfWorkInvoker invoker = new UnitOfWorkInvoker(
                rooms, loader, new ParameterCheck(validation), new IdempotentCalls(rooms, mapper), answers, direct);
        bean.setInvoker(invoker);
        bean.setProviders(providers(plugin, rules, mapper, resources));
        Server server = bean.create();
        ignoreTricksInQueries(server);
        server.start();
        return new ApiServer(
                plugin,
                calls,
                title,
                server,
                invoker,
                answers,
                rules,
                () -> describe(plugin, title, served.isEmpty() ? List.of() : model, rules, mapper),
                () -> release(validation, plugin, loader));
    }

    /** By CXF's own parameters of the query anybody could replace the method and the media types of a call. */
    private static void ignoreTricksInQueries(Server server) {
        Object providers = server.getEndpoint().get(ServerProviderFactory.class.getName());
        Objects.requireNonNull((ServerProviderFactory) providers).setRequestPreprocessor(null);
    }

    private static ServerDescription describe(
            @Nullable PluginRef plugin, String title, List<ClassResourceInfo> model, Rules rules, ObjectMapper mapper) {
        return plugin == null
                ? ServerDescription.of("/api/v1", "", "", model, rules, mapper)
                : ServerDescription.of("/api/plugins/" + plugin.id(), title, plugin.id() + ".", model, rules, mapper);
    }

    private List<Object> providers(
            @Nullable PluginRef plugin, Rules rules, ObjectMapper mapper, List<Object> resources) {
        List<Object> helpers = resources.stream()
                .filter(resource -> ResourceCheck.isHelper(resource.getClass()))
                .toList();
        List<Object> providers = new ArrayList<>(List.of(
                // A plugin's filters are its own code as much as its methods are.
                helpers.isEmpty()
                        ? new GuardFilter(rules, refused)
                        : new GuardFilter(rules, refused, CallRequest::enter),
                new JsonProvider(mapper),
                new QueryConverters(),
                new ProblemMapper(plugin, rules, rooms, whole)));
        providers.addAll(helpers);
        return providers;
    }

    private void release(BeanValidation validation, @Nullable PluginRef plugin, ClassLoader loader) {
        validation.close();
        if (plugin != null) {
            BusMemory.forget(bus, loader);
        }
    }

    private void refuseFaulty(@Nullable PluginRef plugin, List<Object> resources) {
        List<Class<?>> classes =
                resources.stream().<Class<?>>map(Object::getClass).toList();
        List<String> problems = check(plugin == null ? null : plugin.id(), classes);
        if (!problems.isEmpty()) {
            throw new PlexicaException(ErrorCode.PLUGIN_INVALID, String.join("; ", problems))
                    .withErrors(problems.stream()
                            .map(problem -> new FieldError("", problem))
                            .toList());
        }
    }

    private static <T> T withLoader(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

package io.plexica.web.internal.server;

import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.guard.Rules;
import io.plexica.web.internal.metrics.CallMeters;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.Priority;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.ParamConverterProvider;
import javax.ws.rs.ext.ReaderInterceptor;
import javax.ws.rs.ext.WriterInterceptor;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.ResourceUtils;
import org.jspecify.annotations.Nullable;

/** Judges classes of resources before anything is made of them. */
public final class ResourceCheck {

    private static final List<Class<?>> HELPERS = List.of(
            ContainerRequestFilter.class,
            ContainerResponseFilter.class,
            ReaderInterceptor.class,
            WriterInterceptor.class,
            MessageBodyReader.class,
            MessageBodyWriter.class,
            ParamConverterProvider.class);

    private ResourceCheck() {}

    /** Everything that is wrong with a plugin's classes, in words, where no server is at hand. */
    public static List<String> problems(String pluginId, List<Class<?>> classes) {
        Bus bus = new CXFBusFactory().createBus();
        try {
            return problems(pluginId, classes, bus);
        } finally {
            bus.shutdown(true);
        }
    }

    /** Everything that is wrong, in words. */
    static List<String> problems(@Nullable String pluginId, List<Class<?>> classes, Bus bus) {
        List<String> problems = new ArrayList<>();
        List<ClassResourceInfo> resources = new ArrayList<>();
        for (Class<?> type : classes) {
            if (isHelper(type)) {
                checkHelper(type, problems);
            } else {
                ClassResourceInfo resource = resource(type, bus);
                if (resource == null) {
                    problems.add(type.getName() + " is neither a resource with @Path nor a filter");
                } else {
                    resources.add(resource);
                }
            }
        }
        problems.addAll(new Rules(resources, pluginId, new CallMeters()).problems());
        return List.copyOf(problems);
    }

    /** Why no method of these classes answers a GET of a path without being given anything; null when one does. */
    static @Nullable String unanswered(String path, List<Class<?>> classes, Bus bus) {
        List<ClassResourceInfo> resources = classes.stream()
                .filter(type -> !isHelper(type))
                .map(type -> resource(type, bus))
                .filter(Objects::nonNull)
                .toList();
        Method method = new Rules(resources, null, new CallMeters())
                .reader(path)
                .map(OperationResourceInfo::getMethodToInvoke)
                .orElse(null);
        if (method == null) {
            return "no GET method answers at '" + path + "'";
        }
        return method.getParameterCount() == 0
                ? null
                : method.getDeclaringClass().getName() + "." + method.getName()
                        + " takes parameters, which nobody can give where the platform itself asks";
    }

    private static @Nullable ClassResourceInfo resource(Class<?> type, Bus bus) {
        ClassResourceInfo resource = ResourceUtils.createClassResourceInfo(type, type, true, true, bus);
        return resource == null || resource.getURITemplate() == null ? null : resource;
    }

    /** Whether a class helps resources rather than being one: a filter, an interceptor, a converter. */
    static boolean isHelper(Class<?> type) {
        return !type.isAnnotationPresent(javax.ws.rs.Path.class)
                && HELPERS.stream().anyMatch(helper -> helper.isAssignableFrom(type));
    }

    private static void checkHelper(Class<?> type, List<String> problems) {
        if (type.isAnnotationPresent(PreMatching.class)) {
            problems.add(type.getName() + " is @PreMatching: it would run before the guards");
        }
        Priority priority = type.getAnnotation(Priority.class);
        if (priority != null && priority.value() <= GuardFilter.PRIORITY + 1) {
            problems.add(type.getName() + " has a @Priority that would let it run before the guards");
        }
        if (javax.ws.rs.ext.ExceptionMapper.class.isAssignableFrom(type)) {
            problems.add(
                    type.getName() + " maps exceptions; throw PlexicaException, which is answered the same everywhere");
        }
    }
}

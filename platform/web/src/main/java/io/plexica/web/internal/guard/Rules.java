package io.plexica.web.internal.guard;

import io.plexica.spi.web.DryRun;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.metrics.CallMeters;
import io.plexica.web.internal.metrics.RouteMeter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.jspecify.annotations.Nullable;

/** The guards of all methods of one server, read once when it is built from the very model by which it serves. */
public final class Rules {

    private static final Pattern KEY = Pattern.compile(
            "(?<owner>[a-z](?:[a-z0-9]|-(?=[a-z0-9]))*):[a-z](?:[a-z0-9]|-(?=[a-z0-9]))*:[a-z](?:[a-z0-9]|-(?=[a-z0-9]))*");
    private static final Pattern TENANT_PATH = Pattern.compile("^/?tenants/\\{\\s*([A-Za-z_]+)\\s*(?::[^/]*)?}.*");
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String CORE = "core";

    private final CallMeters meters;
    private final Rule missing;
    private final Map<OperationResourceInfo, Rule> rules = new IdentityHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<OperationResourceInfo> open = new ArrayList<>();

    /**
     * The rule of one method.
     *
     * @param tenantParameter the path parameter that names a tenant; null for methods elsewhere
     * @param input what may come with a call
     * @param route the method's name for counting calls, the same for all versions of a plugin
     * @param meter measures its calls
     */
    record Rule(Guard guard, @Nullable String tenantParameter, InputCheck input, String route, RouteMeter meter) {}

    /**
     * Reads the rules.
     *
     * @param pluginId whose methods these are; null for the platform's
     * @param meters measure calls by their routes
     */
    public Rules(Collection<ClassResourceInfo> resources, @Nullable String pluginId, CallMeters meters) {
        this.meters = meters;
        this.missing = new Rule(Guard.MISSING, null, InputCheck.NONE, Call.UNMATCHED, meters.unmatched(HttpMethod.GET));
        Map<String, String> routes = new HashMap<>();
        for (ClassResourceInfo resource : resources) {
            for (OperationResourceInfo method : resource.getMethodDispatcher().getOperationResourceInfos()) {
                read(resource, method, pluginId);
                checkRoute(resource, method, routes);
            }
        }
    }

    /** What is wrong with the methods, with their names; empty when all is well. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The rule of a method that was matched. */
    Rule of(OperationResourceInfo method) {
        return rules.getOrDefault(method, missing);
    }

    /** The guard of a method that was matched. */
    public Guard guardOf(OperationResourceInfo method) {
        return of(method).guard();
    }

    /** The path of a method from the root of its server, with parameters as {@code {name}}. */
    public static String path(ClassResourceInfo resource, OperationResourceInfo method) {
        return Routes.plain(Routes.template(resource, method));
    }

    /** Whether some method under this path may be called by anybody. */
    public boolean isOpen(String path) {
        return open.stream().anyMatch(method -> Routes.matches(method, path));
    }

    /** The methods of HTTP that a path knows, for the header {@code Allow}; empty when nothing answers there. */
    public String allow(String path) {
        Set<String> methods =
                matching(path).map(OperationResourceInfo::getHttpMethod).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return String.join(", ", methods);
    }

    /** Whether a resource answers this method of HTTP under this path itself. */
    public boolean answers(String path, String httpMethod) {
        return matching(path).anyMatch(method -> httpMethod.equals(method.getHttpMethod()));
    }

    /** Whether every method that a call under this path may come to has a preview. */
    boolean previews(String path, String httpMethod) {
        List<OperationResourceInfo> methods = matching(path)
                .filter(method -> httpMethod.equals(method.getHttpMethod()))
                .toList();
        return !methods.isEmpty()
                && methods.stream()
                        .allMatch(method -> method.getAnnotatedMethod().isAnnotationPresent(DryRun.class));
    }

    /** The one method that answers a GET of this path; empty when none does. */
    public Optional<OperationResourceInfo> reader(String path) {
        return matching(path)
                .filter(method -> HttpMethod.GET.equals(method.getHttpMethod()))
                .findFirst();
    }

    /** The types of bodies that this path takes by a method of HTTP. */
    public Set<String> bodies(String path, String httpMethod) {
        Set<String> types = new TreeSet<>();
        matching(path)
                .filter(method -> httpMethod.equals(method.getHttpMethod()))
                .flatMap(method -> method.getConsumeTypes().stream())
                .forEach(type -> types.add(type.getType() + "/" + type.getSubtype()));
        return types;
    }

    private Stream<OperationResourceInfo> matching(String path) {
        return rules.keySet().stream()
                .filter(method -> method.getHttpMethod() != null)
                .filter(method -> Routes.matches(method, path));
    }

    private void read(ClassResourceInfo resource, OperationResourceInfo method, @Nullable String pluginId) {
        String name = Routes.name(resource, method);
        if (method.isSubResourceLocator()) {
            problems.add(
                    name + " hands out a sub-resource, whose methods nobody guards; give each method its @Path here");
            return;
        }
        GuardReader.Reading reading = GuardReader.read(resource.getServiceClass(), method.getMethodToInvoke());
        if (reading.problem() != null) {
            problems.add(name + " " + reading.problem() + "; exactly one annotation of io.plexica.api.security does");
        }
        Guard guard = pluginId == null && changesTenant(resource, method)
                ? reading.guard().inWholeTenant()
                : reading.guard();
        checkValues(name, guard, pluginId);
        Matcher tenant = TENANT_PATH.matcher(Routes.template(resource, method));
        String parameter = pluginId == null && tenant.matches() ? tenant.group(1) : null;
        String httpMethod = String.valueOf(method.getHttpMethod());
        String path = path(resource, method);
        String route = (pluginId == null ? CORE : pluginId) + " " + httpMethod + " " + path;
        RouteMeter meter = meters.of(httpMethod, (pluginId == null ? "/api/v1" : "/api/plugins/" + pluginId) + path);
        rules.put(method, new Rule(guard, parameter, InputCheck.of(method), route, meter));
        if (!guard.needsUser()) {
            open.add(method);
        }
    }

    /** A method of the platform that changes anything, unless it says that this lies in a workspace. */
    private static boolean changesTenant(ClassResourceInfo resource, OperationResourceInfo method) {
        return !READING.contains(String.valueOf(method.getHttpMethod()))
                && !GuardReader.isWithinWorkspace(resource.getServiceClass(), method.getMethodToInvoke());
    }

    private void checkValues(String name, Guard guard, @Nullable String pluginId) {
        boolean valued = guard.kind() == Guard.Kind.PERMISSION || guard.kind() == Guard.Kind.ROLE;
        if (valued && guard.values().isEmpty()) {
            problems.add(name + " demands nothing: its guard names no value");
        }
        if (guard.kind() != Guard.Kind.PERMISSION) {
            return;
        }
        for (String key : guard.values()) {
            Matcher matcher = KEY.matcher(key);
            if (!matcher.matches()) {
                problems.add(name + " demands '" + key + "', which is not of the form plugin:resource:action");
            } else if (!mayDemand(pluginId, matcher.group("owner"))) {
                problems.add(name + " demands '" + key + "', which is neither the plugin's own nor the platform's");
            }
        }
    }

    /** A plugin may ask for its own permissions and for the platform's; those of other plugins come and go. */
    private static boolean mayDemand(@Nullable String pluginId, String owner) {
        return owner.equals(CORE) || owner.equals(pluginId);
    }

    private void checkRoute(ClassResourceInfo resource, OperationResourceInfo method, Map<String, String> routes) {
        if (method.isSubResourceLocator()) {
            return;
        }
        String name = Routes.name(resource, method);
        String earlier = routes.putIfAbsent(Routes.key(resource, method), name);
        if (earlier != null) {
            problems.add(name + " answers the same calls as " + earlier);
        }
    }
}

package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.web.internal.guard.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;

/**
 * One server's part of the description: plain JSON without any class of a plugin. Do not change the trees.
 *
 * @param paths what answers where
 * @param schemas the objects spoken of there
 * @param tags the subjects, in order
 */
public record ServerDescription(ObjectNode paths, ObjectNode schemas, Set<String> tags) {

    private static final String BODIES = "/requestBody/content";

    /**
     * Describes a server.
     *
     * @param root the path at which the server is rooted
     * @param title what goes before the names of subjects; empty for nothing
     * @param prefix what goes before the names of operations and objects; empty for nothing
     */
    public static ServerDescription of(
            String root,
            String title,
            String prefix,
            Iterable<ClassResourceInfo> model,
            Rules rules,
            ObjectMapper mapper) {
        Schemas schemas = new Schemas(mapper, prefix);
        Operations operations = new Operations(schemas, prefix);
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        Set<String> tags = new TreeSet<>();
        for (ClassResourceInfo resource : resources(model)) {
            String subject = JavaNames.subject(resource.getServiceClass());
            String tag = title.isEmpty() ? subject : title + ": " + subject;
            tags.add(tag);
            for (OperationResourceInfo operation : operations(resource)) {
                String path = root + Rules.path(resource, operation);
                ObjectNode item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
                add(
                        item,
                        operation.getHttpMethod().toLowerCase(Locale.ROOT),
                        operations.describe(resource, operation, path, rules.guardOf(operation), tag));
            }
        }
        return new ServerDescription(paths, schemas.components(), tags);
    }

    /** In the order of their names, by which objects of one name are numbered alike at each start. */
    private static List<ClassResourceInfo> resources(Iterable<ClassResourceInfo> model) {
        return StreamSupport.stream(model.spliterator(), false)
                .sorted(Comparator.comparing(
                        resource -> resource.getServiceClass().getName()))
                .toList();
    }

    /** In an order of their own: that in which a class tells its methods is another at each start. */
    private static List<OperationResourceInfo> operations(ClassResourceInfo resource) {
        return resource.getMethodDispatcher().getOperationResourceInfos().stream()
                .filter(operation -> operation.getHttpMethod() != null)
                .sorted(Comparator.comparing(
                        operation -> operation.getMethodToInvoke().getName()))
                .toList();
    }

    /** Methods that differ in what they take only are one operation, with a body of several kinds. */
    private static void add(ObjectNode item, String verb, ObjectNode described) {
        if (!(item.get(verb) instanceof ObjectNode present)) {
            item.set(verb, described);
        } else if (described.at(BODIES) instanceof ObjectNode bodies) {
            present.withObject(BODIES).setAll(bodies);
        }
    }
}

package io.plexica.web.internal.guard;

import org.apache.cxf.jaxrs.impl.MetadataMap;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;

/** Under which paths methods answer. */
final class Routes {

    private Routes() {}

    /** The method as people call it, for messages. */
    static String name(ClassResourceInfo resource, OperationResourceInfo method) {
        return resource.getServiceClass().getSimpleName() + "."
                + method.getMethodToInvoke().getName();
    }

    /** The path of a method as it is written, with one slash between its parts. */
    static String template(ClassResourceInfo resource, OperationResourceInfo method) {
        String path = "/" + resource.getURITemplate().getValue() + "/"
                + method.getURITemplate().getValue();
        String clean = path.replaceAll("/+", "/");
        return clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    /** A template without the expressions that its parameters must match. */
    static String plain(String template) {
        return template.replaceAll("\\{\\s*([\\w.-]+)\\s*(?::(?:[^{}]|\\{[^{}]*})*)?}", "{$1}");
    }

    /** Two methods with the same key cannot be told apart by any call. */
    static String key(ClassResourceInfo resource, OperationResourceInfo method) {
        String template = template(resource, method).replaceAll("\\{\\s*[\\w.-]+\\s*", "{");
        return method.getHttpMethod() + " " + template + " " + method.getConsumeTypes() + " "
                + method.getProduceTypes();
    }

    static boolean matches(OperationResourceInfo method, String path) {
        MetadataMap<String, String> values = new MetadataMap<>();
        if (!method.getClassResourceInfo().getURITemplate().match(path, values)) {
            return false;
        }
        String rest = values.getFirst(URITemplate.FINAL_MATCH_GROUP);
        MetadataMap<String, String> inner = new MetadataMap<>();
        boolean matched = method.getURITemplate().match(rest == null || rest.isEmpty() ? "/" : rest, inner);
        String end = inner.getFirst(URITemplate.FINAL_MATCH_GROUP);
        return matched && (end == null || end.isEmpty() || end.equals("/"));
    }
}

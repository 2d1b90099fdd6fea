package io.plexica.web.internal.server;

import java.util.List;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;

/** A PATCH is a merge patch, whichever of its two names the body goes by and whichever the author wrote. */
final class MergePatches {

    private static final MediaType MERGE_PATCH = new MediaType("application", "merge-patch+json");

    private MergePatches() {}

    static void accept(List<ClassResourceInfo> model) {
        model.stream()
                .flatMap(resource -> resource.getMethodDispatcher().getOperationResourceInfos().stream())
                .filter(operation -> HttpMethod.PATCH.equals(operation.getHttpMethod()))
                .forEach(MergePatches::accept);
    }

    private static void accept(OperationResourceInfo operation) {
        List<MediaType> types = operation.getConsumeTypes();
        boolean plain = types.stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::equals);
        boolean patch = types.stream().anyMatch(MERGE_PATCH::equals);
        if (plain && !patch) {
            types.add(MERGE_PATCH);
        } else if (patch && !plain) {
            types.add(MediaType.APPLICATION_JSON_TYPE);
        }
    }
}

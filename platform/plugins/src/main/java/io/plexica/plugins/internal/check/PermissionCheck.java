package io.plexica.plugins.internal.check;

import io.plexica.api.manifest.Contribution;
import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.archive.ClassFacts;
import io.plexica.spi.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether guards and contributions ask only for permissions that the manifest declares: nobody is given any other. */
final class PermissionCheck {

    private final String own;
    private final Set<String> declared;

    private PermissionCheck(PluginManifest manifest) {
        this.own = manifest.id() + ":";
        this.declared = manifest.permissions().stream()
                .map(PluginManifest.Permission::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<FieldError> problems(PluginManifest manifest, List<ClassFacts> classes) {
        PermissionCheck check = new PermissionCheck(manifest);
        List<FieldError> problems = new ArrayList<>();
        for (ClassFacts type : classes) {
            new TreeSet<>(type.demanded())
                    .stream()
                            .filter(check::isUndeclared)
                            .map(key ->
                                    new FieldError("", "The class " + type.name() + " demands " + check.refusal(key)))
                            .forEach(problems::add);
        }
        List<Contribution> contributions = manifest.web().contributions();
        for (int i = 0; i < contributions.size(); i++) {
            String key = contributions.get(i).permission();
            if (check.isUndeclared(key)) {
                problems.add(new FieldError("/web/contributions/" + i + "/permission", "is " + check.refusal(key)));
            }
        }
        return problems;
    }

    private boolean isUndeclared(@Nullable String key) {
        return key != null && key.startsWith(own) && !declared.contains(key);
    }

    private String refusal(@Nullable String key) {
        return "'" + key + "', which the manifest does not declare at permissions"
                + Nearest.hint(String.valueOf(key), declared);
    }
}

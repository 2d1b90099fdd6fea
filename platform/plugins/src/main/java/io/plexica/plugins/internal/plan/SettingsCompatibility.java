package io.plexica.plugins.internal.plan;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.store.StoredVersion;
import java.util.List;
import java.util.Map;

/** Whether a version takes the settings that the tenant and its workspaces have made for the one before. Pure. */
final class SettingsCompatibility {

    private SettingsCompatibility() {}

    static List<Problem> problems(Snapshot snapshot, StoredVersion target) {
        return snapshot.unfit().stream()
                .map(error ->
                        new Problem(ErrorCode.CONFLICT, "settings-unfit", sentence(target, error), Map.of(), error))
                .toList();
    }

    private static String sentence(StoredVersion target, FieldError error) {
        String where = error.pointer().isEmpty() ? "" : error.pointer() + " ";
        return target.ref() + " does not take the settings that there are: " + where + error.message()
                + "; change them first";
    }
}

package io.plexica.identity.keycloak.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;

/**
 * What a realm knows of its users. Names may be missing: with Keycloak's own profile a user without a last name cannot sign
 * in before completing the account on a page.
 */
final class UserProfile {

    private static final Map<String, Object> LENGTH = Map.of("max", 255);

    private static final Set<String> BOTH = Set.of("admin", "user");

    private UserProfile() {}

    static MultivaluedHashMap<String, ComponentExportRepresentation> components() {
        ComponentExportRepresentation profile = new ComponentExportRepresentation();
        profile.setProviderId("declarative-user-profile");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.add("kc.user.profile.config", Json.text(config()));
        profile.setConfig(config);
        MultivaluedHashMap<String, ComponentExportRepresentation> components = new MultivaluedHashMap<>();
        components.add("org.keycloak.userprofile.UserProfileProvider", profile);
        return components;
    }

    private static UPConfig config() {
        UPConfig config = new UPConfig();
        config.setAttributes(List.of(
                attribute("username", Map.of("length", Map.of("min", 3, "max", 255))),
                attribute("email", Map.of("email", Map.of(), "length", LENGTH)),
                attribute("firstName", Map.of("length", LENGTH, "person-name-prohibited-characters", Map.of())),
                attribute("lastName", Map.of("length", LENGTH, "person-name-prohibited-characters", Map.of()))));
        return config;
    }

    private static UPAttribute attribute(String name, Map<String, Map<String, Object>> validations) {
        UPAttribute attribute = new UPAttribute(name, new UPAttributePermissions(BOTH, BOTH));
        attribute.setDisplayName("${" + name + "}");
        attribute.setValidations(validations);
        return attribute;
    }
}

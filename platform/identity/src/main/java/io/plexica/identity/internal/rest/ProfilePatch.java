package io.plexica.identity.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.users.Profile;
import io.plexica.spi.web.Checks;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch of what people are called. Pure. */
record ProfilePatch(ObjectNode patch, Set<String> possible) {

    /** Names and the address. */
    static ProfilePatch of(@Nullable JsonNode body) {
        return new ProfilePatch(object(body), Set.of("email", "firstName", "lastName"));
    }

    /** Names alone: one's own address is changed by an admin, since it is also the name to sign in with. */
    static ProfilePatch ofNames(@Nullable JsonNode body) {
        return new ProfilePatch(object(body), Set.of("firstName", "lastName"));
    }

    /** What the profile becomes, checked. */
    Profile onto(Profile present) {
        Checks checks = new Checks();
        patch.fieldNames().forEachRemaining(member -> form(checks, member));
        Profile wanted = new Profile(
                value("email", present.email()),
                value("firstName", present.firstName()),
                value("lastName", present.lastName()));
        wanted.check(checks).done();
        return wanted;
    }

    private static ObjectNode object(@Nullable JsonNode body) {
        if (body instanceof ObjectNode patch) {
            return patch;
        }
        throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
    }

    private @Nullable String value(String member, @Nullable String present) {
        JsonNode value = patch.get(member);
        if (value == null || !possible.contains(member)) {
            return present;
        }
        return value.isTextual() ? value.asText() : null;
    }

    private void form(Checks checks, String member) {
        JsonNode value = patch.get(member);
        String pointer = "/" + member.replace("~", "~0").replace("/", "~1");
        if (!possible.contains(member)) {
            checks.wrong(
                    pointer,
                    "cannot be changed; possible: "
                            + String.join(", ", possible.stream().sorted().toList()));
        } else {
            checks.unless(value.isTextual() || value.isNull(), pointer, "must be a text");
        }
    }
}

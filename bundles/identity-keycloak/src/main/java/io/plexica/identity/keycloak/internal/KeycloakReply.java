package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak answered.
 *
 * @param location where the created thing is; null unless something was created
 */
record KeycloakReply(int status, byte[] body, @Nullable String location) {

    private static final int MULTIPLE_CHOICES = 300;
    private static final int SERVER_ERROR = 500;

    boolean isOk() {
        return status < MULTIPLE_CHOICES;
    }

    boolean isServerError() {
        return status >= SERVER_ERROR;
    }

    /** The body as JSON; an absent node for an empty body. */
    JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    "The identity server answered something that is no JSON; try again later",
                    e);
        }
    }

    /** The error code of OAuth's answers; empty when there is none. */
    String error() {
        try {
            return Json.MAPPER.readTree(body).path("error").asText();
        } catch (IOException e) {
            return "";
        }
    }
}

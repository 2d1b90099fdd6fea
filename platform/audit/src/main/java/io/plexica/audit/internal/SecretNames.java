package io.plexica.audit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes out of a state what must never lie in a log, should somebody have left it in. Pure. */
final class SecretNames {

    private static final List<String> ENDINGS = List.of(
            "password",
            "passwordhash",
            "passphrase",
            "secret",
            "secrethash",
            "token",
            "tokenhash",
            "apikey",
            "keyhash",
            "privatekey",
            "credential",
            "credentials",
            "authorization");
    private static final TextNode HIDDEN = TextNode.valueOf("***");

    private SecretNames() {}

    /** Hides in place the values of all members that are named like secrets. */
    static JsonNode hideIn(JsonNode state) {
        if (state instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (isSecret(member.getKey()) && !member.getValue().isNull()) {
                    member.setValue(HIDDEN);
                } else {
                    hideIn(member.getValue());
                }
            }
        } else {
            state.forEach(SecretNames::hideIn);
        }
        return state;
    }

    private static boolean isSecret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
        return ENDINGS.stream().anyMatch(plain::endsWith);
    }
}

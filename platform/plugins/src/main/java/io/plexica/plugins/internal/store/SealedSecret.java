package io.plexica.plugins.internal.store;

/**
 * A secret as the table has it.
 *
 * @param keyId which key it was sealed with
 * @param text what the key opens, in Base64
 */
public record SealedSecret(String keyId, String text) {

    @Override
    public String toString() {
        return "sealed with " + keyId;
    }
}

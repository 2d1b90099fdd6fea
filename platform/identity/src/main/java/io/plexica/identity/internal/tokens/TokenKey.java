package io.plexica.identity.internal.tokens;

/**
 * A token as the key of a map. Its hash is taken from the end of its signature, which is as good as random for tokens that
 * have been verified, and costs next to nothing; a whole token has over a thousand characters.
 */
record TokenKey(String token) {

    private static final int ENOUGH = 16;

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = Math.max(0, token.length() - ENOUGH); i < token.length(); i++) {
            hash = 31 * hash + token.charAt(i);
        }
        return hash;
    }

    @Override
    public String toString() {
        return "TokenKey";
    }
}

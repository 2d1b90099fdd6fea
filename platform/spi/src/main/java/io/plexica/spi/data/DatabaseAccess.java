package io.plexica.spi.data;

/**
 * Where the database is and the three logins to it.
 *
 * @param url JDBC address for units of work; may lead through PgBouncer
 * @param directUrl JDBC address past any pooler
 * @param admin creates roles and schemas and runs the platform's migrations
 * @param migrator runs plugins' migrations
 * @param pool serves units of work; owns and inherits nothing
 */
public record DatabaseAccess(String url, String directUrl, Login admin, Login migrator, Login pool) {

    /** A login. Its password never shows in {@link #toString}. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }
}

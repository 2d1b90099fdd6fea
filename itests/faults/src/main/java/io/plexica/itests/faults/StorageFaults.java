package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.SiteNode.Ways;
import io.plexica.itests.faults.history.Intent;

/** The S3 server goes: calls that keep objects are refused, all others go on. */
final class StorageFaults {

    private static final Needed S3 = new Needed("s3", Intent.ATTACH, Ways::s3);

    private StorageFaults() {}

    static Fault away(Away how) {
        return S3.away(how);
    }

    static Fault killed() {
        return S3.felt("is killed", site -> site.s3().stop(), site -> site.s3().start());
    }

    static Fault paused() {
        return S3.felt(
                "stands still", site -> site.s3().pause(), site -> site.s3().resume());
    }

    static Fault full() {
        return S3.felt(
                "has a full disk", site -> site.s3().fill(), site -> site.s3().empty());
    }
}

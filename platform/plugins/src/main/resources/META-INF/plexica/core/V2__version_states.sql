-- Where a version is in its life. What is quarantined goes back to what it was before.
ALTER TABLE core.plugin_versions
    ADD CONSTRAINT plugin_versions_status
        CHECK (status IN ('AVAILABLE', 'DEPRECATED', 'RETIRED', 'QUARANTINED')),
    ADD COLUMN status_before text
        CHECK (status_before IN ('AVAILABLE', 'DEPRECATED', 'RETIRED')),
    ADD COLUMN replacement   text,
    ADD COLUMN end_of_life   date,
    ADD COLUMN reason        text,
    ADD COLUMN revision      bigint NOT NULL DEFAULT 1,
    -- Who signed its bytes, as the certificate names them.
    ADD COLUMN signer        text,
    ADD CHECK ((status = 'QUARANTINED') = (status_before IS NOT NULL));

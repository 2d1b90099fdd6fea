-- When a tenant whose deletion was asked for goes for good: fixed when it is asked for, as it was told to people.
ALTER TABLE core.tenants ADD COLUMN purge_at timestamptz;
UPDATE core.tenants SET purge_at = deleted_at + interval '30 days' WHERE status = 'PENDING_DELETION';
CREATE INDEX tenants_to_purge ON core.tenants (purge_at) WHERE purge_at IS NOT NULL;

-- For the tenants there were before: others get them with all keys of the platform. Who could see and replay dead letters by
-- the keys of settings still can.
INSERT INTO permissions (key, name, source) VALUES
    ('core:events:read', 'See events that could not be delivered', 'core'),
    ('core:events:replay', 'Deliver events again', 'core')
ON CONFLICT (key) DO NOTHING;

INSERT INTO role_permissions (role_id, key, source)
SELECT r.role_id, k.given, r.source
FROM role_permissions r
JOIN (VALUES ('core:settings:read', 'core:events:read'), ('core:settings:write', 'core:events:replay')) k (held, given)
    ON k.held = r.key
ON CONFLICT DO NOTHING;

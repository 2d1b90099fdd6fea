-- For the tenants there were before jobs: others get them with all keys of the platform.
INSERT INTO permissions (key, name, source) VALUES
    ('core:jobs:read', 'See jobs', 'core'),
    ('core:jobs:write', 'Run, pause and resume jobs', 'core')
ON CONFLICT (key) DO NOTHING;

-- Whether somebody ever had a password that the platform knows of: who never had one is nobody's last admin. Of those from
-- before, whoever is active and waits with no invitation had one.
ALTER TABLE users ADD COLUMN has_password boolean NOT NULL DEFAULT false;

UPDATE users SET has_password = true
    WHERE status <> 'INACTIVE'
        AND NOT EXISTS (SELECT 1 FROM account_links WHERE user_id = id AND purpose = 'INVITATION');

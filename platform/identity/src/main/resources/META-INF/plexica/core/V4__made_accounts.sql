-- The account that a creation has made in the identity server, known to be the platform's to remove.
ALTER TABLE account_tasks ADD COLUMN made uuid;

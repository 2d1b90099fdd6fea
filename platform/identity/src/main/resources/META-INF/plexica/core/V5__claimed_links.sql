-- Until when a link is kept for the one who is just setting a password with it.
ALTER TABLE account_links ADD COLUMN claimed_until timestamptz;

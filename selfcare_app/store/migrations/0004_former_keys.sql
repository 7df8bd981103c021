-- Keys under which copies of this database may still lie somewhere, until these are
-- encrypted anew. They are no more secret than what this database holds.
CREATE TABLE former_key (
    secret BLOB NOT NULL,
    salt   BLOB NOT NULL,
    PRIMARY KEY (secret, salt)
) STRICT;

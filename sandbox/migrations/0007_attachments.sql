-- By what the author of a comment is known to others.
ALTER TABLE comment ADD COLUMN shown_as TEXT NOT NULL DEFAULT 'name';
-- How many files it brings along, so that a page asks for those of the few that have some.
ALTER TABLE comment ADD COLUMN attachments INTEGER NOT NULL DEFAULT 0;

-- Files that were handed in. What no comment has taken within a day is deleted.
CREATE TABLE attachment (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    uploader_id TEXT NOT NULL REFERENCES person (id),
    uploaded_at INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    -- Absent until a comment takes it.
    comment_id TEXT REFERENCES comment (id),
    position INTEGER CHECK ((position IS NULL) = (comment_id IS NULL)),
    description TEXT CHECK ((description IS NULL) = (comment_id IS NULL)),
    -- Last, so that what comes before it is read without it.
    content BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX attachment_of ON attachment (comment_id, position) WHERE comment_id IS NOT NULL;
CREATE INDEX attachment_waiting ON attachment (uploader_id, seq) WHERE comment_id IS NULL;
CREATE INDEX attachment_waiting_since ON attachment (uploaded_at) WHERE comment_id IS NULL;

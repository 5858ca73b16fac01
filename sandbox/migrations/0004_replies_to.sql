CREATE INDEX comment_replying ON comment (parent_id) WHERE parent_id IS NOT NULL;

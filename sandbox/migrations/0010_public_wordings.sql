-- Whether everybody may read a wording while they can read its comment. Holding or removing a
-- comment takes its earlier wordings from them for good: restoring is about what it says then.
ALTER TABLE comment_revision ADD COLUMN is_public INTEGER NOT NULL DEFAULT 0
    CHECK (is_public IN (0, 1));
UPDATE comment_revision SET is_public = 1
WHERE comment_id IN (SELECT id FROM comment WHERE state = 'visible')
    AND comment_id NOT IN (SELECT comment_id FROM moderation WHERE decision <> 'restore');

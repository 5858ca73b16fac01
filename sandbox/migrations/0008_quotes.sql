-- What a reply quotes of the comment it replies to, as that stood there when the reply was written.
CREATE TABLE comment_quote (
    comment_id TEXT PRIMARY KEY REFERENCES comment (id),
    text TEXT NOT NULL,
    language TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A change may be to another language too.
ALTER TABLE comment_revision ADD COLUMN language TEXT;
UPDATE comment_revision
SET language = (SELECT comment.language FROM comment WHERE comment.id = comment_id);

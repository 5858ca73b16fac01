-- What a top comment is compared by with what others are about to write. Written with its text, and
-- at the next start where it is absent, so that a version that compares otherwise just takes it away.
ALTER TABLE comment ADD COLUMN stems TEXT CHECK (stems IS NULL OR text IS NOT NULL);

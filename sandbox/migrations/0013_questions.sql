-- The text in plain words, and what else there is to know, as it is sent, without
-- the numbers of its questions.
ALTER TABLE consultation ADD COLUMN plain_text TEXT;
ALTER TABLE consultation ADD COLUMN about TEXT;

-- The question whose thread a comment belongs to; absent in the thread of all of it.
ALTER TABLE comment ADD COLUMN question_id TEXT;

DROP INDEX comment_counted;
CREATE INDEX comment_counted
    ON comment (consultation_id, question_id, state, stance, author_id, depth);

-- The numbers of each thread of a consultation that asks questions one by one; the thread of all of
-- it goes by an empty name. Counted anew by every write, as the consultation's own are.
CREATE TABLE thread_counts (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    question_id TEXT NOT NULL,
    top_comments INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    participants INTEGER NOT NULL,
    stance_for INTEGER NOT NULL,
    stance_against INTEGER NOT NULL,
    stance_neutral INTEGER NOT NULL,
    stance_question INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, question_id)
) STRICT, WITHOUT ROWID;

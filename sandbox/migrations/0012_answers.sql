-- What a write answered, for those who ask again because the answer was lost. A comment and an
-- outcome are shown to them as they are then, so that nothing is kept here that somebody took back
-- or away.
DROP TABLE idempotent_answer;
CREATE TABLE idempotent_answer (
    person_id TEXT NOT NULL REFERENCES person (id),
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    location TEXT,
    comment_id TEXT REFERENCES comment (id),
    outcome_of TEXT REFERENCES consultation (id),
    -- What nobody but the person ever reads, as it was.
    body BLOB CHECK ((body IS NULL) + (comment_id IS NULL) + (outcome_of IS NULL) = 2),
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, route, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_answer_age ON idempotent_answer (answered_at);

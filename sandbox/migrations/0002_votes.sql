-- Who agrees and who does not. The comment's own numbers follow with every vote; they also
-- count what came with seeds and imports, of which nobody knows whose it is.
CREATE TABLE comment_vote (
    comment_id TEXT NOT NULL REFERENCES comment (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    vote TEXT NOT NULL,
    PRIMARY KEY (comment_id, person_id)
) STRICT, WITHOUT ROWID;

-- What became of a consultation.
CREATE TABLE outcome (
    consultation_id TEXT PRIMARY KEY REFERENCES consultation (id),
    published_at INTEGER NOT NULL,
    -- Grows with each time it is published anew, so that nobody overwrites what they never read.
    revision INTEGER NOT NULL,
    language TEXT NOT NULL,
    lead TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome_theme (
    consultation_id TEXT NOT NULL REFERENCES outcome (consultation_id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    document_title TEXT,
    document_url TEXT CHECK ((document_url IS NULL) = (document_title IS NULL)),
    document_media_type TEXT,
    document_bytes INTEGER,
    PRIMARY KEY (consultation_id, position)
) STRICT, WITHOUT ROWID;

-- Which comments each theme rests on. Asked from both ends: for a comment, and for an outcome.
CREATE TABLE outcome_citation (
    comment_id TEXT NOT NULL REFERENCES comment (id),
    consultation_id TEXT NOT NULL REFERENCES outcome (consultation_id),
    theme_position INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (comment_id, theme_position)
) STRICT, WITHOUT ROWID;

CREATE INDEX outcome_citation_of ON outcome_citation (consultation_id, theme_position, position);

-- What the author of a cited comment says about the outcome. Kept when the outcome changes.
CREATE TABLE settlement (
    comment_id TEXT PRIMARY KEY REFERENCES comment (id),
    settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
    note TEXT,
    said_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

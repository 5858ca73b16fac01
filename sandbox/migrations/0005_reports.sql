-- Who finds something wrong with which comment. Each person says so once.
CREATE TABLE report (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    comment_id TEXT NOT NULL REFERENCES comment (id),
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    reporter_id TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL,
    note TEXT,
    created_at INTEGER NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'open',
    decided_at INTEGER CHECK ((decided_at IS NULL) = (outcome = 'open')),
    is_decided INTEGER NOT NULL GENERATED ALWAYS AS (outcome <> 'open') VIRTUAL,
    UNIQUE (comment_id, reporter_id)
) STRICT;

CREATE INDEX report_of_consultation ON report (consultation_id, is_decided, seq);
CREATE INDEX report_by ON report (reporter_id, seq);

-- What officers decided about comments, in order: the last one is in force.
CREATE TABLE moderation (
    seq INTEGER PRIMARY KEY,
    comment_id TEXT NOT NULL REFERENCES comment (id),
    officer_id TEXT NOT NULL REFERENCES person (id),
    decision TEXT NOT NULL,
    reason TEXT,
    note TEXT,
    decided_at INTEGER NOT NULL
) STRICT;

CREATE INDEX moderation_of ON moderation (comment_id, seq);

-- What authors have against it, once for each comment.
CREATE TABLE appeal (
    comment_id TEXT PRIMARY KEY REFERENCES comment (id),
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'open',
    decided_at INTEGER CHECK ((decided_at IS NULL) = (outcome = 'open'))
) STRICT, WITHOUT ROWID;

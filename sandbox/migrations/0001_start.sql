CREATE TABLE agency (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    names TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    -- Absent when the person keeps it hidden.
    name TEXT,
    role TEXT NOT NULL,
    agency_id TEXT REFERENCES agency (id),
    district TEXT,
    about TEXT,
    -- The place on the sign-in page; absent for those who cannot sign in.
    position INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    csrf_token TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE consultation (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL REFERENCES agency (id),
    topic TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    opens_at INTEGER NOT NULL,
    closes_at INTEGER NOT NULL CHECK (closes_at > opens_at),
    answered_at INTEGER,
    done_at INTEGER,
    reply_text TEXT,
    reply_language TEXT,
    reply_author_name TEXT,
    search_exact TEXT NOT NULL,
    search_bare TEXT NOT NULL,
    -- Counted anew by every write to the thread, so that a page never counts.
    top_comments INTEGER NOT NULL DEFAULT 0,
    comments INTEGER NOT NULL DEFAULT 0,
    participants INTEGER NOT NULL DEFAULT 0,
    stance_for INTEGER NOT NULL DEFAULT 0,
    stance_against INTEGER NOT NULL DEFAULT 0,
    stance_neutral INTEGER NOT NULL DEFAULT 0,
    stance_question INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE comment (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    parent_id TEXT REFERENCES comment (id),
    root_id TEXT REFERENCES comment (id),
    depth INTEGER NOT NULL,
    -- The seqs from the top comment down to this one, in an encoding whose byte order
    -- is the thread's depth-first order.
    path BLOB NOT NULL UNIQUE,
    author_id TEXT NOT NULL REFERENCES person (id),
    stance TEXT NOT NULL,
    -- What its author took back is not kept.
    text TEXT CHECK ((text IS NULL) = (state = 'withdrawn')),
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at INTEGER,
    state TEXT NOT NULL,
    removal_reason TEXT CHECK ((removal_reason IS NULL) = (state <> 'removed')),
    agree INTEGER NOT NULL DEFAULT 0,
    disagree INTEGER NOT NULL DEFAULT 0,
    support INTEGER NOT NULL GENERATED ALWAYS AS (agree - disagree) VIRTUAL,
    -- All that is below it.
    replies INTEGER NOT NULL DEFAULT 0,
    -- What another platform calls it, for what was imported.
    external_key TEXT,
    UNIQUE (consultation_id, external_key)
) STRICT;

CREATE INDEX comment_by_support ON comment (consultation_id, support, seq) WHERE depth = 0;
CREATE INDEX comment_by_time ON comment (consultation_id, created_at, seq) WHERE depth = 0;
CREATE INDEX comment_counted ON comment (consultation_id, state, stance, author_id, depth);

-- What a comment said before its author changed it.
CREATE TABLE comment_revision (
    comment_id TEXT NOT NULL REFERENCES comment (id),
    replaced_at INTEGER NOT NULL,
    stance TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX comment_revision_of ON comment_revision (comment_id);

-- What a write answered, for those who ask again because the answer was lost.
CREATE TABLE idempotent_answer (
    person_id TEXT NOT NULL REFERENCES person (id),
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    location TEXT,
    body BLOB NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, route, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_answer_age ON idempotent_answer (answered_at);

CREATE INDEX comment_by_replies ON comment (consultation_id, replies, seq) WHERE depth = 0;

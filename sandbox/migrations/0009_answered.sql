-- When an officer said that the agency has answered a comment otherwise than by a reply.
ALTER TABLE comment ADD COLUMN answered_at INTEGER;
ALTER TABLE comment ADD COLUMN answered_by TEXT REFERENCES person (id);

-- What the agency that asks has said in reply to which comment.
CREATE VIEW official_reply AS
SELECT reply.parent_id
FROM comment AS reply
JOIN person AS officer ON officer.id = reply.author_id
JOIN consultation AS its ON its.id = reply.consultation_id
WHERE reply.state = 'visible' AND officer.role = 'officer' AND officer.agency_id = its.agency_id;

BEGIN TRANSACTION;
CREATE TABLE log (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            batch TEXT NOT NULL,
            time TEXT NOT NULL,
            account TEXT NOT NULL,
            sender TEXT NOT NULL,
            recipient TEXT NOT NULL,
            type TEXT NOT NULL,
            summary TEXT NOT NULL,
            outcome TEXT NOT NULL
                CHECK (outcome IN ('sending', 'accepted', 'refused', 'unknown')),
            status INTEGER,
            code TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            key TEXT NOT NULL DEFAULT '',
            delivery TEXT NOT NULL DEFAULT '',
            request TEXT NOT NULL,
            search TEXT NOT NULL
        );
INSERT INTO "log" VALUES(1,'7161435372a34f6fabe0ff81e2d64a77','2026-11-21T17:27:48Z','Practice','','+12025550123','template','Template order_update (en)','accepted',200,'','','whatsapp-39af86a2-dfdc-436a-b585-036943b96ffc','','{"messages": [{"phoneNumber": "+12025550123", "message": {"type": "template", "template": {"name": "order_update", "language": {"code": "en", "policy": "deterministic"}, "components": [{"type": "header", "parameters": [{"type": "text", "text": "A-1042"}]}, {"type": "body", "parameters": [{"type": "text", "text": "Jo"}, {"type": "text", "text": "Friday, 6 March"}]}]}}}]}','+12025550123
template order_update (en)
practice
whatsapp-39af86a2-dfdc-436a-b585-036943b96ffc
');
INSERT INTO "log" VALUES(2,'95204122118246658781ab4af54e3cd0','2026-11-21T17:27:50Z','Practice','','+12025550105','template','Template order_update (en)','refused',400,'2002','The server refused the content: failed to validate request. | ErrorCode: 2002 | this number always gets a validation error','','','{"messages": [{"phoneNumber": "+12025550105", "message": {"type": "template", "template": {"name": "order_update", "language": {"code": "en", "policy": "deterministic"}, "components": [{"type": "header", "parameters": [{"type": "text", "text": "A-1042"}]}, {"type": "body", "parameters": [{"type": "text", "text": "Jo"}, {"type": "text", "text": "Friday, 6 March"}]}]}}}]}','+12025550105
template order_update (en)
practice

the server refused the content: failed to validate request. | errorcode: 2002 | this number always gets a validation error');
INSERT INTO "log" VALUES(3,'e07e9f8918414e0fbe65d2e16496bc1e','2026-11-21T17:27:53Z','Practice','','+12025550106','template','Template order_update (en)','unknown',504,'','The server failed after it was given the message (HTTP 504).','','','{"messages": [{"phoneNumber": "+12025550106", "message": {"type": "template", "template": {"name": "order_update", "language": {"code": "en", "policy": "deterministic"}, "components": [{"type": "header", "parameters": [{"type": "text", "text": "A-1042"}]}, {"type": "body", "parameters": [{"type": "text", "text": "Jo"}, {"type": "text", "text": "Friday, 6 March"}]}]}}}]}','+12025550106
template order_update (en)
practice

the server failed after it was given the message (http 504).');
CREATE INDEX log_batch ON log (batch);
CREATE INDEX log_recipient ON log (recipient, time);
CREATE INDEX log_key ON log (key) WHERE key <> '';
CREATE INDEX log_sending ON log (time) WHERE outcome = 'sending';
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('log',3);
COMMIT;
PRAGMA user_version = 1;
